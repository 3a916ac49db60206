package io.github.stepunit.loader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the file behind {@code DefinitionUri} and {@code DefinitionS3Location}: a path, or an object of S3 that is here too. */
final class S3Locations {

    private final ProjectFiles files;
    private final TemplateScope scope;

    S3Locations(ProjectFiles files, TemplateScope scope) {
        this.files = files;
        this.scope = scope;
    }

    Path find(Node.Field resource, Node location) {
        Node resolved = new Intrinsics(scope).resolve(location);
        if (resolved instanceof Node.Text path) {
            return files.resolve(path.text(), null, path.mark());
        }
        if (!(resolved instanceof Node.Fields object)) {
            throw DefinitionLoadException.at(
                    resource.mark(),
                    "The definition of " + resource.name() + " is neither a path nor a bucket with a key.",
                    "correct its location.");
        }
        String key = text(object.get("Key"));
        String uri = "s3://" + text(object.get("Bucket")) + "/" + key;
        Path asset = asset(object.mark(), key);
        return asset != null ? asset : files.resolve(uri, null, object.mark());
    }

    private String text(@Nullable Node node) {
        return node == null ? "" : new Intrinsics(scope).text(node);
    }

    /** What the CDK and packaging tools leave beside the template of what they upload. */
    private @Nullable Path asset(Mark mark, String key) {
        Path folder = files.folderOf(mark.file());
        if (folder == null || key.isBlank() || key.contains("..")) {
            return null;
        }
        String fileName = key.substring(key.lastIndexOf('/') + 1);
        for (String name : List.of(key, fileName, "asset." + fileName)) {
            if (!name.isEmpty() && !name.startsWith("/") && Files.isRegularFile(folder.resolve(name))) {
                return files.resolve(name, null, mark);
            }
        }
        return null;
    }
}
