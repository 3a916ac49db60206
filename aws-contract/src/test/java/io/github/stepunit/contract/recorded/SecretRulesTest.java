package io.github.stepunit.contract.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {'password': 'p', 'user': 'u'}                 | {"password":"***","user":"u"}
            {'dbPassword': {'a': 1}}                       | {"dbPassword":"***"}
            {'Headers': {'Authorization': 'Basic eA=='}}   | {"Headers":{"Authorization":"***"}}
            {'items': [{'api_key': 7}, {'apiKey': null}]}  | {"items":[{"api_key":"***"},{"apiKey":null}]}
            {'SecretArn': 'arn:aws:secretsmanager:x', 'SecretId': 'db'} | {"SecretArn":"arn:aws:secretsmanager:x","SecretId":"db"}
            {'cardNumber': '4111', 'cvv': '1', 'discard': 2} | {"cardNumber":"***","cvv":"***","discard":2}
            {'note': 'key AKIAIOSFODNN7EXAMPLE here'}      | {"note":"key *** here"}
            {'note': 'Bearer abcdefghijklmnopqrst'}        | {"note":"***"}
            {'TaskToken': 't', 'nextToken': 'n'}           | {"TaskToken":"t","nextToken":"n"}
            {'accessToken': 't'}                           | {"accessToken":"***"}
            {'DB_PWD': 'p', 'dbCredential': 'c'}           | {"DB_PWD":"***","dbCredential":"***"}
            {'Credentials': {'SecretAccessKey': 's', 'Expiration': 1}} | {"Credentials":{"SecretAccessKey":"***","Expiration":1}}
            {'Credentials': 'hunter2', 'credentials': 'h'} | {"Credentials":"***","credentials":"***"}
            {'Credentials': ['hunter2'], 'taskCredentials': 't'} | {"Credentials":"***","taskCredentials":"***"}
            {'taskCredentials': {'roleArn': 'r'}}          | {"taskCredentials":{"roleArn":"r"}}
            {'u': 'https://b/k?X-Amz-Security-Token=t%2F1&X-Amz-Date=2&X-Amz-Signature=0a1b'} | {"u":"https://b/k?X-Amz-Security-Token=***&X-Amz-Date=2&X-Amz-Signature=***"}
            {'u': 'see postgres://app:p@ss@db:5432/x'}     | {"u":"see postgres://***@db:5432/x"}
            {'u': 'https://host:8080/a?to=x:y@z'}          | {"u":"https://host:8080/a?to=x:y@z"}
            """)
    void masks_by_name_and_by_look(String value, String masked) {
        JsonNode json = JsonText.parseLenient(value);

        assertThat(JsonText.writeCompact(SecretRules.DEFAULT.masked(json))).isEqualTo(masked);
        assertThat(JsonText.writeCompact(SecretRules.NONE.masked(json))).isEqualTo(JsonText.writeCompact(json));
    }

    @Test
    void looks_into_json_within_texts() {
        assertThat(SecretRules.DEFAULT.masked("{\"Input\": \"{\\\"password\\\": \\\"p\\\"}\"}"))
                .isEqualTo("{\"Input\":\"{\\\"password\\\":\\\"***\\\"}\"}");
        assertThat(SecretRules.DEFAULT.masked("\n {\"password\": \"p\"}")).isEqualTo("{\"password\":\"***\"}");
        assertThat(SecretRules.DEFAULT.masked("{not json")).isEqualTo("{not json");
    }

    @Test
    void takes_more_rules() {
        SecretRules rules = SecretRules.NONE.andMember("mail").andText(Pattern.compile("\\d{4}-\\d{4}"));

        assertThat(rules.masked("{\"Mail\":\"a@b\",\"mailing\":\"1234-5678\"}"))
                .isEqualTo("{\"Mail\":\"***\",\"mailing\":\"***\"}");
    }
}
