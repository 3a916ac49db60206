package io.github.stepunit.loader;

import io.github.stepunit.definition.SourceMap;
import io.github.stepunit.definition.StateMachineType;
import org.apiguardian.api.API;

/**
 * The text of a definition as {@link DefinitionFile} found it, for those who judge it themselves: AWS, first of all.
 *
 * @param name the name that the machine gets
 * @param type the type that the template says, or the test; Standard when neither does
 * @param text the definition in ASL JSON
 * @param sourceMap where its elements stand in the files that the team edits
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record UncheckedDefinition(String name, StateMachineType type, String text, SourceMap sourceMap) {}
