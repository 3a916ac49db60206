package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terraform's language, parsed: what {@link HclParser} makes and {@link HclEvaluator} computes. */
final class Hcl {

    private Hcl() {}

    /** What stands between braces: attributes and blocks. */
    record Body(List<Attribute> attributes, List<Block> blocks) {

        @Nullable
        Expression attribute(String name) {
            for (Attribute attribute : attributes) {
                if (attribute.name().equals(name)) {
                    return attribute.value();
                }
            }
            return null;
        }
    }

    /** {@code name = value}. */
    record Attribute(String name, Expression value, Mark mark) {}

    /** {@code type "label" "label" { … }}. */
    record Block(String type, List<String> labels, Body body, Mark mark) {}

    /** Something that has a value. */
    sealed interface Expression {

        Mark mark();
    }

    /** A number, boolean or null. */
    record Constant(Node value, Mark mark) implements Expression {}

    /** A string with holes. */
    record Template(List<Part> parts, Mark mark) implements Expression {}

    /** {@code [a, b]}. */
    record ListOf(List<Expression> items, Mark mark) implements Expression {}

    /** An object; a name without quotes is a {@link Template}. */
    record ObjectOf(List<Entry> entries, Mark mark) implements Expression {}

    /** A field of an object. */
    record Entry(Expression name, Expression value) {}

    /** {@code f(a, b)}. */
    record Call(String function, List<Expression> arguments, Mark mark) implements Expression {}

    /** {@code var}, {@code aws_lambda_function}: the beginning of a reference. */
    record Root(String name, Mark mark) implements Expression {}

    /** {@code target.name}. */
    record Get(Expression target, String name, Mark mark) implements Expression {}

    /** {@code target[index]}. */
    record Index(Expression target, Expression index, Mark mark) implements Expression {}

    /** {@code target[*]}, {@code target.*}. */
    record Splat(Expression target, Mark mark) implements Expression {}

    /** {@code condition ? then : otherwise}. */
    record Choice(Expression condition, Expression then, Expression otherwise, Mark mark) implements Expression {}

    /** {@code left == right} and the like. */
    record Binary(String operator, Expression left, Expression right, Mark mark) implements Expression {}

    /** {@code !x}, {@code -x}. */
    record Unary(String operator, Expression operand, Mark mark) implements Expression {}

    /**
     * {@code [for x in xs : f(x) if c]} and <code>{for k, v in xs : k => v}</code>.
     *
     * @param key the first of two names; null when there is one
     * @param resultKey null for a list
     */
    record For(
            @Nullable String key,
            String value,
            Expression collection,
            @Nullable Expression resultKey,
            Expression result,
            @Nullable Expression condition,
            Mark mark)
            implements Expression {}

    /** A part of a template. */
    sealed interface Part {}

    /** Text as it is. */
    record Literal(LocatedText text) implements Part {}

    /** <code>${expression}</code>. */
    record Hole(Expression expression) implements Part {}

    /** <code>%{if}</code>. */
    record If(Expression condition, List<Part> then, List<Part> otherwise) implements Part {}

    /** <code>%{for}</code>. */
    record Loop(@Nullable String key, String value, Expression collection, List<Part> body) implements Part {}
}
