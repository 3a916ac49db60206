#!/usr/bin/env python3
"""Writes core/src/main/resources/io/github/stepunit/integration/service-errors.tsv from the service models of botocore.

    python3 core/src/scripts/service_errors.py            # writes the table
    python3 core/src/scripts/service_errors.py --check    # fails when the table is not what the models say

Needs botocore (Debian: python3-botocore; the newer, the better). One line for each service:

    client TAB protocol TAB IAM prefix TAB errors TAB operations

client      of the AWS SDK for Java 2, without "Client"; in lower case it is the service in arn:aws:states:::aws-sdk:service:…
errors      shape[:status[:code]], separated by blanks; without status 400, without code the name of the shape
operations  name[:index of error,…], separated by blanks
"""
import os
import re
import sys

from botocore.loaders import Loader

TABLE = os.path.join(
    os.path.dirname(__file__), "../main/resources/io/github/stepunit/integration/service-errors.tsv"
)


def words(service_id):
    """splitOnWordBoundaries of the SDK's code generator."""
    text = re.sub(r"[^A-Za-z0-9]+", " ", service_id)
    text = re.sub(r"([^a-z]{2,})v([0-9]+)", r"\1 v\2 ", text)
    text = re.sub(r"([^A-Z]{2,})V([0-9]+)", r"\1 V\2 ", text)
    text = re.sub(r"(?<=[a-z])(?=[A-Z]([a-zA-Z]|[0-9]))", " ", text)
    text = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", text)
    text = re.sub(r"([0-9])([a-zA-Z])", r"\1 \2", text)
    return text.split()


def client(service_id):
    """getServiceName of the SDK's code generator."""
    name = "".join(word.capitalize() for word in words(service_id))
    for leading in ("Amazon", "Aws"):
        name = name[len(leading):] if name.startswith(leading) else name
    return name[: -len("Service")] if name.endswith("Service") else name


def error(name, shape):
    traits = shape.get("error", {})
    code = traits.get("code", name)
    status = traits.get("httpStatusCode", 500 if shape.get("fault") else 400)
    if code != name:
        return f"{name}:{status}:{code}"
    return name if status == 400 else f"{name}:{status}"


def line(model):
    meta = model["metadata"]
    shapes = {name: shape for name, shape in model["shapes"].items() if shape.get("exception")}
    for operation in model["operations"].values():
        for each in operation.get("errors", []):
            shapes.setdefault(each["shape"], model["shapes"][each["shape"]])
    names = sorted(shapes)
    index = {name: str(i) for i, name in enumerate(names)}
    operations = []
    for name, operation in sorted(model["operations"].items()):
        raised = ",".join(index[each["shape"]] for each in operation.get("errors", []))
        operations.append(name[0].lower() + name[1:] + (":" + raised if raised else ""))
    return "\t".join(
        [
            client(meta["serviceId"]),
            meta["protocol"],
            meta.get("signingName") or meta["endpointPrefix"],
            " ".join(error(name, shapes[name]) for name in names),
            " ".join(operations),
        ]
    )


def table():
    loader = Loader()
    lines = {}
    for service in loader.list_available_services("service-2"):
        each = line(loader.load_service_model(service, "service-2"))
        lines[each.split("\t", 1)[0]] = each
    return "".join(lines[name] + "\n" for name in sorted(lines))


def main():
    text = table()
    if "--check" in sys.argv:
        with open(TABLE, encoding="utf-8") as existing:
            sys.exit(0 if existing.read() == text else "service-errors.tsv is not what the models of botocore say")
    with open(TABLE, "w", encoding="utf-8") as out:
        out.write(text)


if __name__ == "__main__":
    main()
