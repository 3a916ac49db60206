#!/usr/bin/env python3
"""Generates the compact table of AWS service models, or checks that the checked-in one is what this generates.

    tools/service-models/generate.py            writes core/src/main/resources/io/github/stepunit/servicemodel/*.json.gz
    tools/service-models/generate.py --check    fails when they differ
    --botocore DIR                              a directory that has the package botocore; else it is fetched by pip

Source: botocore (Apache-2.0), which publishes the models of all AWS services with required members, lengths, ranges and
enumerations; the Java SDK's jars have none of these for most services. What the table keeps of a service:

    {"source": "botocore 1.43.107 dynamodb/2012-08-10",
     "operations": {"PutItem": ["#PutItemInput", "#PutItemOutput", ["ConditionalCheckFailedException", ...]]},
     "shapes": {"PutItemInput": {"m": {"TableName": "#TableArn!", ...}},       structure; ! marks a required member
                "AttributeMap": {"k": "s", "v": "#AttributeValue"},             map
                "ListAttributeValue": {"l": "#AttributeValue"},                 list; min and max number of items
                "TableArn": {"t": "s", "min": 1, "max": 1024}}}                 scalar with limits or an enumeration "e"

Scalars: s string, n integer, f number with a fraction, b boolean, x blob, t timestamp, d any JSON. Names of members
have a capital first letter, as in Step Functions. The order of members is the model's, that of all else alphabetical.
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

BOTOCORE = "1.43.107"
ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "core/src/main/resources/io/github/stepunit/servicemodel"

# The services of the optimized integrations, by botocore's names for them.
OPTIMIZED = """athena batch bedrock bedrock-runtime codebuild databrew dynamodb ecs eks emr emr-containers emr-serverless
events glue lambda mediaconvert sagemaker sns sqs stepfunctions""".split()
# Those that definitions call most by aws-sdk integrations.
AWS_SDK = """acm appconfigdata application-autoscaling autoscaling cloudformation cloudfront cloudtrail cloudwatch
codecommit codepipeline cognito-idp comprehend config ec2 ecr elbv2 firehose fis forecast iam kinesis kms location logs
organizations pipes polly rds rds-data redshift redshift-data rekognition resourcegroupstaggingapi route53 s3
s3control scheduler secretsmanager servicecatalog ses sesv2 ssm sso-admin sts support textract transcribe
translate xray""".split()

SCALARS = {"string": "s", "character": "s", "integer": "n", "long": "n", "bigdecimal": "f", "float": "f", "double": "f",
           "boolean": "b", "blob": "x", "timestamp": "t"}


# What AWS's TestState, whose models are older than botocore's, was recorded to enforce instead
# (test_field_validation_mode, December 2025: 10,240 MB is the limit of functions outside of Managed Instances).
CORRECTIONS = {("lambda", "MemorySize"): {"max": 10240}}


def capital(name):
    return name[:1].upper() + name[1:]


def sdk_name(model):
    """The service's name in `arn:aws:states:::aws-sdk:NAME:action`: that of its Java client, in lower case."""
    name = "".join(c for c in model["metadata"]["serviceId"].lower() if c.isalnum())
    return {"configservice": "config"}.get(name, name)


class Table:
    def __init__(self, model):
        self.model = model
        self.shapes = {}

    def reference(self, name):
        shape = self.model["shapes"][name]
        kind = shape["type"]
        if kind in SCALARS:
            limits = {key: shape[key] for key in ("min", "max") if key in shape}
            limits.update(CORRECTIONS.get((sdk_name(self.model), name), {}))
            if "enum" in shape:
                limits = {"e": shape["enum"]}
            if not limits:
                return SCALARS[kind]
            self.shapes[name] = {"t": SCALARS[kind], **limits}
        elif shape.get("document"):
            return "d"
        elif name not in self.shapes:
            self.shapes[name] = {}  # ends recursion
            self.shapes[name] = self.container(shape)
        return "#" + name

    def container(self, shape):
        if shape["type"] == "list":
            limits = {key: shape[key] for key in ("min", "max") if key in shape}
            return {"l": self.reference(shape["member"]["shape"]), **limits}
        if shape["type"] == "map":
            return {"k": self.reference(shape["key"]["shape"]), "v": self.reference(shape["value"]["shape"])}
        # The SDKs make up tokens for idempotency that are not given.
        required = [name for name in shape.get("required", []) if not shape["members"][name].get("idempotencyToken")]
        return {"m": {capital(name): self.reference(member["shape"]) + ("!" if name in required else "")
                      for name, member in shape.get("members", {}).items()}}

    def operation(self, operation):
        parts = [self.reference(operation[part]["shape"]) if part in operation else "" for part in ("input", "output")]
        return parts + [sorted(error["shape"] for error in operation.get("errors", []))]

    def write(self, source):
        operations = {name: self.operation(each) for name, each in sorted(self.model["operations"].items())}
        table = {"source": source, "operations": operations, "shapes": dict(sorted(self.shapes.items()))}
        return json.dumps(table, separators=(",", ":"), ensure_ascii=False).encode()


def fetched(directory):
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check",
                    "--target", directory, "botocore==" + BOTOCORE], check=True)
    return pathlib.Path(directory)


def tables(packages):
    for service in OPTIMIZED + AWS_SDK:
        versions = sorted((packages / "botocore/data" / service).glob("*/service-2.json*"))
        if not versions:
            sys.exit(f"botocore has no service {service}")
        newest = versions[-1]
        text = newest.read_bytes()
        model = json.loads(gzip.decompress(text) if newest.suffix == ".gz" else text)
        source = f"botocore {BOTOCORE} {service}/{newest.parent.name}"
        yield sdk_name(model), Table(model).write(source)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--botocore", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        generated = dict(tables(arguments.botocore or fetched(temporary)))
    size = 0
    wrong = {file.name[:-len(".json.gz")] for file in TABLE.glob("*.json.gz")} - set(generated)
    for service, text in generated.items():
        file = TABLE / (service + ".json.gz")
        if arguments.check:
            # Compared unpacked: another zlib may pack the same text differently.
            if not file.exists() or gzip.decompress(file.read_bytes()) != text:
                wrong.add(service)
        else:
            TABLE.mkdir(parents=True, exist_ok=True)
            file.write_bytes(gzip.compress(text, 9, mtime=0))
        size += file.stat().st_size if file.exists() else 0
    if arguments.check and wrong:
        sys.exit(f"The table is not what botocore {BOTOCORE} gives: {', '.join(sorted(wrong))}."
                 " Run tools/service-models/generate.py and commit what it writes.")
    for service in wrong:
        (TABLE / (service + ".json.gz")).unlink()
    print(f"{len(generated)} services, {size // 1024} KiB")


if __name__ == "__main__":
    main()
