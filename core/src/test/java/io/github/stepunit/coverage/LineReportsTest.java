package io.github.stepunit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** What other tools read, checked by their own schemas and parsers. */
class LineReportsTest {

    private static final String FILE = "state machines/order.asl.json";

    private static final String ORDER =
            """
            {
              "StartAt": "Route",
              "States": {
                "Route": {
                  "Type": "Choice",
                  "Choices": [
                    {
                      "Variable": "$.n",
                      "NumericEquals": 1,
                      "Next": "Charge"
                    }
                  ],
                  "Default": "Done"
                },
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {
                    "FunctionName": "charge"
                  },
                  "Retry": [
                    {
                      "ErrorEquals": ["States.ALL"],
                      "MaxAttempts": 1
                    }
                  ],
                  "Next": "Done"
                },
                "Done": {
                  "Type": "Succeed"
                }
              }
            }
            """;

    private static CoverageData order() {
        return Gathered.of(ORDER)
                .run("{\"n\": 1}", tasks -> tasks.mock("Charge").returns("{}"))
                .dataIn(FILE);
    }

    @Test
    void lcov_has_the_files_own_lines() {
        assertThat(LcovReport.of(order()))
                .isEqualTo(
                        """
                        TN:
                        SF:state machines/order.asl.json
                        FN:4,machine/Route
                        FN:15,machine/Charge
                        FN:29,machine/Done
                        FNDA:1,machine/Route
                        FNDA:1,machine/Charge
                        FNDA:1,machine/Done
                        FNF:3
                        FNH:3
                        BRDA:4,0,0,1
                        BRDA:4,0,1,0
                        BRDA:22,0,0,-
                        BRDA:22,0,1,-
                        BRF:4
                        BRH:1
                        DA:4,1
                        DA:7,1
                        DA:13,0
                        DA:15,1
                        DA:22,0
                        DA:27,1
                        DA:29,1
                        LF:7
                        LH:5
                        end_of_record
                        """);
    }

    @Test
    void sonar_has_the_files_own_lines_and_fits_the_schema() throws Exception {
        String xml = SonarReport.of(order());
        assertThat(xml)
                .contains("<file path=\"state machines/order.asl.json\">")
                .contains(
                        "<lineToCover lineNumber=\"4\" covered=\"true\" branchesToCover=\"2\" coveredBranches=\"1\"/>")
                .contains("<lineToCover lineNumber=\"13\" covered=\"false\"/>");
        validate(xml);
    }

    private static void validate(String sonar) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(LineReportsTest.class.getResource("/coverage/sonar-generic-coverage.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(sonar)));
    }

    @Test
    void cobertura_fits_its_document_type() throws Exception {
        String xml = CoberturaReport.of(order(), 1_750_000_000_000L);
        assertThat(xml)
                .contains("lines-covered=\"5\" lines-valid=\"7\" branches-covered=\"1\" branches-valid=\"4\"")
                .contains("<line number=\"4\" hits=\"1\" branch=\"true\" condition-coverage=\"50% (1/2)\">");
        parse(xml);
    }

    private static Document parse(String cobertura) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> {
            assertThat(systemId).isEqualTo("http://cobertura.sourceforge.net/xml/coverage-04.dtd");
            InputStream dtd = LineReportsTest.class.getResourceAsStream("/coverage/coverage-04.dtd");
            return new InputSource(Objects.requireNonNull(dtd));
        });
        builder.setErrorHandler(new Failing());
        return builder.parse(new InputSource(new StringReader(cobertura)));
    }

    private static final class Failing implements ErrorHandler {

        @Override
        public void warning(SAXParseException problem) throws SAXParseException {
            throw problem;
        }

        @Override
        public void error(SAXParseException problem) throws SAXParseException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXParseException {
            throw problem;
        }
    }

    @Test
    void names_from_hell_break_no_format() throws Exception {
        List<CoverageData> all = new ArrayList<>();
        for (String name : List.of(
                "<script>alert(1)</script>",
                "\\\"quoted\\\" & 'single'",
                "😀 emoji",
                "\\u202eright to left\\u202c",
                "line\\nbreak",
                "end_of_record",
                "1,2,3",
                "]]>",
                "\\u0007bell")) {
            all.add(Gathered.of("{\"StartAt\": \"" + name + "\", \"States\": {\"" + name
                            + "\": {\"Type\": \"Pass\", \"End\": true}}}")
                    .run("{}")
                    .dataIn("x&<\"'.json"));
        }
        CoverageData data = CoverageData.merge(all);
        assertThat(data.definitions()).hasSize(9);
        validate(SonarReport.of(data));
        Document cobertura = parse(CoberturaReport.of(data, 0));
        assertThat(cobertura
                        .getElementsByTagName("class")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("filename")
                        .getNodeValue())
                .isEqualTo("x&<\"'.json");
        assertThat(LcovReport.of(data).lines())
                .allMatch(
                        line -> line.matches(
                                "TN:|SF:.+|FN:\\d+,[^,\\p{Cntrl}\\p{Cf}]+|FNDA:\\d+,[^,\\p{Cntrl}\\p{Cf}]+|FN[FH]:\\d+|BR[FH]:\\d+|L[FH]:\\d+|DA:\\d+,\\d+|end_of_record"));
        for (DefinitionCoverage each : data.definitions()) {
            assertThat(CoverageSummary.of(new CoverageData(List.of(each)))
                            .lines()
                            .toList())
                    .as(each.text())
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void genhtml_reads_the_tracefile(@TempDir Path folder) throws Exception {
        File genhtml = new File("/usr/bin/genhtml");
        assumeThat(genhtml).as("genhtml (Debian package lcov) is not here").exists();
        Path source = folder.resolve(FILE);
        Files.createDirectories(source.getParent());
        Files.writeString(source, ORDER);
        Files.writeString(folder.resolve("lcov.info"), LcovReport.of(order()));
        Process process = new ProcessBuilder(
                        genhtml.toString(), "--branch-coverage", "--output-directory", "html", "lcov.info")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("71.4% (5 of 7 lines)").contains("25.0% (1 of 4 branches)");
    }
}
