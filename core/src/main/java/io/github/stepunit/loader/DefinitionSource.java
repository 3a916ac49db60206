package io.github.stepunit.loader;

/**
 * The text of a definition with its origin.
 *
 * @param name the file or resource, as it is shown to the user
 * @param text its whole text
 */
public record DefinitionSource(String name, String text) {}
