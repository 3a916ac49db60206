package io.github.stepunit.definition;

import org.apiguardian.api.API;

/** The comparison operators of a Choice rule. The {@code …Path} forms are the same operators with a path as operand. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ComparisonOperator {
    STRING_EQUALS("StringEquals", Family.STRING, Relation.EQUAL),
    STRING_LESS_THAN("StringLessThan", Family.STRING, Relation.LESS),
    STRING_GREATER_THAN("StringGreaterThan", Family.STRING, Relation.GREATER),
    STRING_LESS_THAN_EQUALS("StringLessThanEquals", Family.STRING, Relation.LESS_OR_EQUAL),
    STRING_GREATER_THAN_EQUALS("StringGreaterThanEquals", Family.STRING, Relation.GREATER_OR_EQUAL),
    STRING_MATCHES("StringMatches", Family.STRING, Relation.MATCHES),
    NUMERIC_EQUALS("NumericEquals", Family.NUMERIC, Relation.EQUAL),
    NUMERIC_LESS_THAN("NumericLessThan", Family.NUMERIC, Relation.LESS),
    NUMERIC_GREATER_THAN("NumericGreaterThan", Family.NUMERIC, Relation.GREATER),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Family.NUMERIC, Relation.LESS_OR_EQUAL),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Family.NUMERIC, Relation.GREATER_OR_EQUAL),
    BOOLEAN_EQUALS("BooleanEquals", Family.BOOLEAN, Relation.EQUAL),
    TIMESTAMP_EQUALS("TimestampEquals", Family.TIMESTAMP, Relation.EQUAL),
    TIMESTAMP_LESS_THAN("TimestampLessThan", Family.TIMESTAMP, Relation.LESS),
    TIMESTAMP_GREATER_THAN("TimestampGreaterThan", Family.TIMESTAMP, Relation.GREATER),
    TIMESTAMP_LESS_THAN_EQUALS("TimestampLessThanEquals", Family.TIMESTAMP, Relation.LESS_OR_EQUAL),
    TIMESTAMP_GREATER_THAN_EQUALS("TimestampGreaterThanEquals", Family.TIMESTAMP, Relation.GREATER_OR_EQUAL),
    IS_NULL("IsNull", Family.TYPE, Relation.IS),
    IS_PRESENT("IsPresent", Family.TYPE, Relation.IS),
    IS_NUMERIC("IsNumeric", Family.TYPE, Relation.IS),
    IS_STRING("IsString", Family.TYPE, Relation.IS),
    IS_BOOLEAN("IsBoolean", Family.TYPE, Relation.IS),
    IS_TIMESTAMP("IsTimestamp", Family.TYPE, Relation.IS);

    /** The type of value that an operator compares. */
    public enum Family {
        /** Text, ordered as {@link String#compareTo}. */
        STRING,
        /** Numbers by value. */
        NUMERIC,
        /** True and false. */
        BOOLEAN,
        /** RFC 3339 timestamps, as instants. */
        TIMESTAMP,
        /** Tests of the type itself; the operand is a boolean. */
        TYPE
    }

    /** How an operator compares. */
    public enum Relation {
        /** Both are the same. */
        EQUAL,
        /** The variable comes before the operand. */
        LESS,
        /** The variable comes after the operand. */
        GREATER,
        /** Not after. */
        LESS_OR_EQUAL,
        /** Not before. */
        GREATER_OR_EQUAL,
        /** Fits a pattern with {@code *}. */
        MATCHES,
        /** Is of that type, or, with the operand false, is not. */
        IS
    }

    private final String fieldName;
    private final Family family;
    private final Relation relation;

    ComparisonOperator(String fieldName, Family family, Relation relation) {
        this.fieldName = fieldName;
        this.family = family;
        this.relation = relation;
    }

    /** The field of the rule, without the suffix {@code Path}. */
    public String fieldName() {
        return fieldName;
    }

    /** The type of value that it compares. */
    public Family family() {
        return family;
    }

    /** How it compares. */
    public Relation relation() {
        return relation;
    }

    /** Whether the field also exists with the suffix {@code Path}: all but the {@code Is…} tests and {@code StringMatches}. */
    public boolean hasPathForm() {
        return relation != Relation.IS && relation != Relation.MATCHES;
    }
}
