package io.github.stepunit.loader;

import io.github.stepunit.definition.StateMachineType;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test says about the loading.
 *
 * @param parameters values for parameters of a template, variables of Terraform, options of the Serverless Framework
 * @param substitutions values for placeholders {@code ${…}}
 * @param localFiles files that stand for remote ones, by URI
 */
record LoadOptions(
        @Nullable DefinitionFormat format,
        @Nullable StateMachineType type,
        Map<String, String> parameters,
        Map<String, String> substitutions,
        Map<String, Path> localFiles,
        String accountId,
        String region,
        @Nullable Path project) {

    static final LoadOptions DEFAULT =
            new LoadOptions(null, null, Map.of(), Map.of(), Map.of(), "123456789012", "us-east-1", null);

    LoadOptions withFormat(DefinitionFormat newFormat) {
        return new LoadOptions(newFormat, type, parameters, substitutions, localFiles, accountId, region, project);
    }

    LoadOptions withType(StateMachineType newType) {
        return new LoadOptions(format, newType, parameters, substitutions, localFiles, accountId, region, project);
    }

    LoadOptions withParameter(String name, String value) {
        return new LoadOptions(
                format, type, with(parameters, name, value), substitutions, localFiles, accountId, region, project);
    }

    LoadOptions withSubstitution(String name, String value) {
        return new LoadOptions(
                format, type, parameters, with(substitutions, name, value), localFiles, accountId, region, project);
    }

    LoadOptions withLocalFile(String uri, Path file) {
        return new LoadOptions(
                format, type, parameters, substitutions, with(localFiles, uri, file), accountId, region, project);
    }

    LoadOptions withAccount(String newAccountId, String newRegion) {
        return new LoadOptions(format, type, parameters, substitutions, localFiles, newAccountId, newRegion, project);
    }

    LoadOptions withProject(Path folder) {
        return new LoadOptions(format, type, parameters, substitutions, localFiles, accountId, region, folder);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }
}
