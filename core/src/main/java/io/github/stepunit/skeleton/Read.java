package io.github.stepunit.skeleton;

/**
 * Something that a state reads.
 *
 * @param path where
 * @param kind what kind of value is needed there
 */
record Read(DataPath path, Kind kind) {}
