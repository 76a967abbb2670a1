package io.ringsight.gnn.training;

import io.ringsight.gnn.model.SealedFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** A {@link Course} on disk: a training that goes on from it ends with the bytes of one that was never stopped. */
final class CheckpointFile {
    private static final String KIND = "RSCHECK1";

    private CheckpointFile() {}

    static void write(Course course, String fingerprint, Path file) {
        SealedFile.write(file, KIND, out -> write(course, fingerprint, out));
    }

    /** @throws RingsightException when it is cut short, or of a training on other data or with other parameters */
    static Course read(Path file, String fingerprint) {
        return SealedFile.read(file, KIND, in -> {
            String of = in.readUTF();
            if (!of.equals(fingerprint)) {
                throw new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        file + " is of training " + of + ", not of " + fingerprint + ".",
                        "Maybe data, labels or parameters have changed since: start afresh without it.");
            }
            return read(in);
        });
    }

    private static void write(Course course, String fingerprint, DataOutputStream out) throws IOException {
        out.writeUTF(fingerprint);
        out.writeInt(course.phase.ordinal());
        out.writeInt(course.epoch);
        out.writeInt(course.bestEpoch);
        out.writeDouble(course.least);
        out.writeLong(course.adam.steps());
        SealedFile.writeFloats(out, course.parameters);
        SealedFile.writeFloats(out, course.average);
        SealedFile.writeFloats(out, course.start);
        SealedFile.writeFloats(out, course.adam.mean());
        SealedFile.writeFloats(out, course.adam.square());
        out.writeInt(course.curve.size());
        for (LearningPoint point : course.curve) {
            out.writeInt(point.phase().ordinal());
            out.writeInt(point.epoch());
            out.writeDouble(point.loss());
            out.writeDouble(point.validation());
            out.writeInt(point.steps());
            out.writeLong(point.edges());
            out.writeDouble(point.seconds());
        }
    }

    private static Course read(DataInputStream in) throws IOException {
        Phase phase = Phase.values()[in.readInt()];
        int epoch = in.readInt();
        int bestEpoch = in.readInt();
        double least = in.readDouble();
        long steps = in.readLong();
        var course = new Course(SealedFile.readFloats(in));
        course.phase = phase;
        course.epoch = epoch;
        course.bestEpoch = bestEpoch;
        course.least = least;
        course.average = SealedFile.readFloats(in);
        course.start = SealedFile.readFloats(in);
        course.adam = new Adam(SealedFile.readFloats(in), SealedFile.readFloats(in), steps);
        int points = in.readInt();
        for (int i = 0; i < points; i++) {
            course.curve.add(new LearningPoint(
                    Phase.values()[in.readInt()],
                    in.readInt(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readInt(),
                    in.readLong(),
                    in.readDouble()));
        }
        return course;
    }
}
