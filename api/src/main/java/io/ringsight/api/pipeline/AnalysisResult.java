package io.ringsight.api.pipeline;

import io.ringsight.detect.Detection;
import io.ringsight.ingest.intake.IntakeReport;

/** What an analysis came to. */
public record AnalysisResult(Detection detection, IntakeReport intake, RunReport report) {}
