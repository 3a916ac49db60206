package io.github.stepunit.parquet;

import io.github.stepunit.s3.S3Object;
import java.io.ByteArrayInputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** An object as Parquet reads files. */
final class ObjectInputFile implements InputFile {

    private final byte[] content;

    ObjectInputFile(S3Object object) {
        this.content = object.bytes();
    }

    @Override
    public long getLength() {
        return content.length;
    }

    @Override
    public SeekableInputStream newStream() {
        return new Stream(new Bytes(content));
    }

    private static final class Bytes extends ByteArrayInputStream {

        private Bytes(byte[] content) {
            super(content);
        }

        private int position() {
            return pos;
        }

        private void seek(long position) {
            pos = (int) position;
        }
    }

    private static final class Stream extends DelegatingSeekableInputStream {

        private final Bytes bytes;

        private Stream(Bytes bytes) {
            super(bytes);
            this.bytes = bytes;
        }

        @Override
        public long getPos() {
            return bytes.position();
        }

        @Override
        public void seek(long position) {
            bytes.seek(position);
        }
    }
}
