package io.ringsight.api.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/** Logging is off by default (logback.xml); a command that wants it says where to. */
final class Logs {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{30} %msg%n";

    private Logs() {}

    /** Libraries that log through the Java platform would otherwise write to standard error. */
    static void silenceLibraries() {
        LogManager.getLogManager().reset();
    }

    static void toStandardError() {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setTarget("System.err");
        start(appender, Level.INFO);
    }

    /** Ten files of at most 10 MB. */
    static void toFile(Path file) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setFile(file.toString());
        var trigger = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        trigger.setContext(context());
        trigger.setMaxFileSize(FileSize.valueOf("10MB"));
        trigger.start();
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context());
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMaxIndex(9);
        rolling.start();
        appender.setTriggeringPolicy(trigger);
        appender.setRollingPolicy(rolling);
        start(appender, Level.INFO);
    }

    private static void start(OutputStreamAppender<ILoggingEvent> appender, Level level) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context());
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setContext(context());
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context().getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        root.addAppender(appender);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
