package io.ringsight.ingest.error;

/** Everything that can go wrong, with the exit code of a command and the status of a request that ends so. */
public enum ErrorCode {
    /** The command line cannot be understood. */
    USAGE(2, 400),
    /** A file is missing, unreadable or empty. */
    INPUT_UNREADABLE(1, 400),
    /** A file can be read but is not what it claims to be. */
    INPUT_MALFORMED(1, 400),
    /** A request body breaks the contract. */
    INVALID_REQUEST(1, 422),
    /** A thing that was asked for does not exist. */
    NOT_FOUND(1, 404),
    /** What is asked for contradicts what stands. */
    CONFLICT(1, 409),
    /** A request is larger than allowed. */
    TOO_LARGE(1, 413),
    /** One caller asks for more than its share. */
    TOO_MANY_REQUESTS(1, 429),
    /** More is asked for than can be answered in time. */
    OVERLOADED(1, 503),
    /** A request took too long to arrive. */
    TIMED_OUT(1, 408),
    /** The caller is unknown or may not do this. */
    UNAUTHORISED(1, 401),
    /** The configuration file or an environment variable is wrong. */
    CONFIGURATION(2, 500),
    /** A key set is missing, unreadable, or belongs to another installation. */
    KEYS(1, 500),
    /** Results could not be written: disk full, read-only folder. */
    OUTPUT_UNWRITABLE(1, 507),
    /** A TCP port is taken. */
    PORT_IN_USE(1, 500),
    /** A quality gate was not reached. */
    GATE_FAILED(4, 500),
    /** The store cannot be reached, refuses the password, or is held by another process. */
    STORE_UNAVAILABLE(5, 503),
    /** There is no tensor engine for this platform; what needs none goes on without. */
    ENGINE_UNAVAILABLE(1, 503),
    /** A device was asked for that is not there. */
    DEVICE_UNAVAILABLE(1, 503),
    /** The work was cancelled. */
    CANCELLED(1, 503),
    /** A fault of ours. */
    INTERNAL(1, 500);

    private final int exitCode;
    private final int httpStatus;

    ErrorCode(int exitCode, int httpStatus) {
        this.exitCode = exitCode;
        this.httpStatus = httpStatus;
    }

    public int exitCode() {
        return exitCode;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
