// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import Model

extension CloudWatch {
    /// A view of AWS's `Dimension`; a property is nil when AWS did not send it.
    public struct Dimension: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `Name`.
        public var name: String? { raw["name"]?.string }
        /// AWS's `Value`.
        public var value: String? { raw["value"]?.string }
    }

    /// A view of AWS's `MetricAlarm`; a property is nil when AWS did not send it.
    public struct MetricAlarm: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `AlarmName`.
        public var alarmName: String? { raw["alarmName"]?.string }
        /// AWS's `AlarmArn`.
        public var alarmArn: String? { raw["alarmArn"]?.string }
        /// AWS's `AlarmDescription`.
        public var alarmDescription: String? { raw["alarmDescription"]?.string }
        /// AWS's `AlarmConfigurationUpdatedTimestamp`, seconds since 1970.
        public var alarmConfigurationUpdatedTimestamp: Double? { raw["alarmConfigurationUpdatedTimestamp"]?.number }
        /// AWS's `ActionsEnabled`.
        public var actionsEnabled: Bool? { raw["actionsEnabled"]?.bool }
        /// AWS's `OKActions`.
        public var okActions: [String]? { raw["okActions"]?.list?.compactMap(\.string) }
        /// AWS's `AlarmActions`.
        public var alarmActions: [String]? { raw["alarmActions"]?.list?.compactMap(\.string) }
        /// AWS's `InsufficientDataActions`.
        public var insufficientDataActions: [String]? { raw["insufficientDataActions"]?.list?.compactMap(\.string) }
        /// AWS's `StateValue`.
        public var stateValue: String? { raw["stateValue"]?.string }
        /// AWS's `StateReason`.
        public var stateReason: String? { raw["stateReason"]?.string }
        /// AWS's `StateReasonData`.
        public var stateReasonData: String? { raw["stateReasonData"]?.string }
        /// AWS's `StateUpdatedTimestamp`, seconds since 1970.
        public var stateUpdatedTimestamp: Double? { raw["stateUpdatedTimestamp"]?.number }
        /// AWS's `MetricName`.
        public var metricName: String? { raw["metricName"]?.string }
        /// AWS's `Namespace`.
        public var namespace: String? { raw["namespace"]?.string }
        /// AWS's `Statistic`.
        public var statistic: String? { raw["statistic"]?.string }
        /// AWS's `ExtendedStatistic`.
        public var extendedStatistic: String? { raw["extendedStatistic"]?.string }
        /// AWS's `Dimensions`.
        public var dimensions: [Dimension]? { raw["dimensions"]?.list?.map(Dimension.init) }
        /// AWS's `Period`.
        public var period: Int? { raw["period"]?.integer }
        /// AWS's `Unit`.
        public var unit: String? { raw["unit"]?.string }
        /// AWS's `EvaluationPeriods`.
        public var evaluationPeriods: Int? { raw["evaluationPeriods"]?.integer }
        /// AWS's `DatapointsToAlarm`.
        public var datapointsToAlarm: Int? { raw["datapointsToAlarm"]?.integer }
        /// AWS's `Threshold`.
        public var threshold: Double? { raw["threshold"]?.number }
        /// AWS's `ComparisonOperator`.
        public var comparisonOperator: String? { raw["comparisonOperator"]?.string }
        /// AWS's `TreatMissingData`.
        public var treatMissingData: String? { raw["treatMissingData"]?.string }
        /// AWS's `EvaluateLowSampleCountPercentile`.
        public var evaluateLowSampleCountPercentile: String? { raw["evaluateLowSampleCountPercentile"]?.string }
        /// AWS's `Metrics`.
        public var metrics: [Value]? { raw["metrics"]?.list }
        /// AWS's `ThresholdMetricId`.
        public var thresholdMetricId: String? { raw["thresholdMetricId"]?.string }
        /// AWS's `EvaluationState`.
        public var evaluationState: String? { raw["evaluationState"]?.string }
        /// AWS's `StateTransitionedTimestamp`, seconds since 1970.
        public var stateTransitionedTimestamp: Double? { raw["stateTransitionedTimestamp"]?.number }
        /// AWS's `EvaluationCriteria`.
        public var evaluationCriteria: Value? { raw["evaluationCriteria"] }
        /// AWS's `EvaluationInterval`.
        public var evaluationInterval: Int? { raw["evaluationInterval"]?.integer }
    }
}
