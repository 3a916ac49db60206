package io.github.stepunit.loader;

import io.github.stepunit.definition.SourceMap;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A file that teams ship their state machines in, read as a test needs it: no copy of the ASL, no deployment. Immutable;
 * every {@code with…} method gives another one.
 *
 * <pre>{@code
 * LoadedDefinition orders = DefinitionFile.of(Path.of("template.yaml"))
 *         .withParameter("Stage", "prod")
 *         .load("OrderWorkflow");
 * StateMachine machine = StateMachine.of(orders);
 * }</pre>
 *
 * <p>What only a deployment knows becomes a stable, readable value: {@code !GetAtt PaymentFunction.Arn} is
 * {@code arn:aws:lambda:us-east-1:123456789012:function:PaymentFunction}. Nothing is fetched: whatever the file refers to
 * must be in the project.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DefinitionFile {

    private final Origin origin;
    private final LoadOptions options;

    private DefinitionFile(Origin origin, LoadOptions options) {
        this.origin = origin;
        this.options = options;
    }

    /** A file, or a folder that holds the output of the CDK or Terraform's files. */
    public static DefinitionFile of(Path file) {
        return new DefinitionFile(new Origin.OnDisk(file), LoadOptions.DEFAULT);
    }

    /**
     * A resource of the class path.
     *
     * @param name as the class loader knows it: {@code orders.asl.json}, {@code com/example/orders.asl.json}
     */
    public static DefinitionFile ofResource(String name, ClassLoader classLoader) {
        return new DefinitionFile(new Origin.OnClassPath(name, classLoader), LoadOptions.DEFAULT);
    }

    /** Says which form the file has, where it is not recognised. */
    public DefinitionFile as(DefinitionFormat format) {
        return new DefinitionFile(origin, options.withFormat(Objects.requireNonNull(format, "format")));
    }

    /** Says which type the machine has, whatever the file says. */
    public DefinitionFile withType(StateMachineType type) {
        return new DefinitionFile(origin, options.withType(Objects.requireNonNull(type, "type")));
    }

    /**
     * Gives a parameter of the template a value, as the deployment would; also a variable of Terraform, and an option
     * ({@code ${opt:…}}) of the Serverless Framework. A name that the file does not have is refused when it is loaded.
     */
    public DefinitionFile withParameter(String name, String value) {
        return new DefinitionFile(origin, options.withParameter(name, Objects.requireNonNull(value, "value")));
    }

    /**
     * Gives the placeholder <code>${name}</code> of the definition a value; wins over the template's own. A name that the
     * definition does not have is refused when it is loaded.
     */
    public DefinitionFile withSubstitution(String name, String value) {
        return new DefinitionFile(origin, options.withSubstitution(name, Objects.requireNonNull(value, "value")));
    }

    /** Lets a file stand for one that the template refers to and that is not in the project: {@code s3://bucket/key}. */
    public DefinitionFile withLocalFile(String uri, Path file) {
        return new DefinitionFile(origin, options.withLocalFile(uri, Objects.requireNonNull(file, "file")));
    }

    /** The account and region of everything that a deployment would name (default 123456789012 and us-east-1). */
    public DefinitionFile inAccount(String accountId, String region) {
        return new DefinitionFile(origin, options.withAccount(accountId, region));
    }

    /**
     * The folder that no reference may lead out of. By default the nearest folder around the file that holds {@code .git};
     * without one the working folder, if the file is in it; else the file's own.
     */
    public DefinitionFile inProject(Path folder) {
        return new DefinitionFile(origin, options.withProject(Objects.requireNonNull(folder, "folder")));
    }

    /**
     * All state machines in the file, as they stand there.
     *
     * @throws DefinitionLoadException when it has no form that is known, or none
     * @throws java.io.UncheckedIOException when it cannot be read; the message says what to do
     */
    public List<MachineEntry> machines() {
        return find().stream().map(FoundMachine::entry).toList();
    }

    /**
     * Loads the only state machine in the file.
     *
     * @throws DefinitionLoadException when there is none, or more than one, or something that it refers to is not there
     * @throws io.github.stepunit.definition.InvalidDefinitionException when AWS would refuse the definition
     * @throws java.io.UncheckedIOException when a file cannot be read; the message says what to do
     */
    public LoadedDefinition load() {
        return load(MachineChoice.only(origin.shown(), find()));
    }

    /**
     * Loads one of the state machines in the file.
     *
     * @param machine its logical id, its construct path in the CDK, or its name on AWS
     * @throws DefinitionLoadException when there is no such machine, or something that it refers to is not there
     * @throws io.github.stepunit.definition.InvalidDefinitionException when AWS would refuse the definition
     * @throws java.io.UncheckedIOException when a file cannot be read; the message says what to do
     */
    public LoadedDefinition load(String machine) {
        return load(MachineChoice.named(machine, origin.shown(), find()));
    }

    /**
     * The definition of the only state machine in the file as text, whether or not AWS would take it.
     *
     * @throws DefinitionLoadException when there is none, or more than one, or something that it refers to is not there
     */
    public UncheckedDefinition unchecked() {
        return unchecked(MachineChoice.only(origin.shown(), find()));
    }

    /**
     * The definition of one of the state machines in the file as text, whether or not AWS would take it.
     *
     * @param machine its logical id, its construct path in the CDK, or its name on AWS
     * @throws DefinitionLoadException when there is no such machine, or something that it refers to is not there
     */
    public UncheckedDefinition unchecked(String machine) {
        return unchecked(MachineChoice.named(machine, origin.shown(), find()));
    }

    private UncheckedDefinition unchecked(FoundMachine machine) {
        FoundMachine.DefinitionText text = machine.text().get();
        return new UncheckedDefinition(
                machine.name(), typeOf(machine), text.text().text(), SourceMap.of(text.source(), text.text()));
    }

    private List<FoundMachine> find() {
        return new FormatReader(origin.open(options), options).find();
    }

    private LoadedDefinition load(FoundMachine machine) {
        FoundMachine.DefinitionText text = machine.text().get();
        StateMachineType type = typeOf(machine);
        StateMachineDefinition definition = StateMachineDefinition.parse(text.source(), text.text(), type);
        return new LoadedDefinition(machine.name(), type, definition.loadedWith(text.logicalIds(), text.notes()));
    }

    private StateMachineType typeOf(FoundMachine machine) {
        return options.type() != null
                ? options.type()
                : Objects.requireNonNullElse(machine.type(), StateMachineType.STANDARD);
    }
}
