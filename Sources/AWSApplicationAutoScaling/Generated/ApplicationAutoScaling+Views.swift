// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import Model

extension ApplicationAutoScaling {
    /// A view of AWS's `Alarm`; a property is nil when AWS did not send it.
    public struct Alarm: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `AlarmName`.
        public var alarmName: String? { raw["alarmName"]?.string }
        /// AWS's `AlarmARN`.
        public var alarmARN: String? { raw["alarmARN"]?.string }
    }

    /// A view of AWS's `ScalableTarget`; a property is nil when AWS did not send it.
    public struct ScalableTarget: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `ServiceNamespace`.
        public var serviceNamespace: String? { raw["serviceNamespace"]?.string }
        /// AWS's `ResourceId`.
        public var resourceId: String? { raw["resourceId"]?.string }
        /// AWS's `ScalableDimension`.
        public var scalableDimension: String? { raw["scalableDimension"]?.string }
        /// AWS's `MinCapacity`.
        public var minCapacity: Int? { raw["minCapacity"]?.integer }
        /// AWS's `MaxCapacity`.
        public var maxCapacity: Int? { raw["maxCapacity"]?.integer }
        /// AWS's `PredictedCapacity`.
        public var predictedCapacity: Int? { raw["predictedCapacity"]?.integer }
        /// AWS's `RoleARN`.
        public var roleARN: String? { raw["roleARN"]?.string }
        /// AWS's `CreationTime`, seconds since 1970.
        public var creationTime: Double? { raw["creationTime"]?.number }
        /// AWS's `SuspendedState`.
        public var suspendedState: SuspendedState? { raw["suspendedState"].map(SuspendedState.init) }
        /// AWS's `ScalableTargetARN`.
        public var scalableTargetARN: String? { raw["scalableTargetARN"]?.string }
    }

    /// A view of AWS's `ScalableTargetAction`; a property is nil when AWS did not send it.
    public struct ScalableTargetAction: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `MinCapacity`.
        public var minCapacity: Int? { raw["minCapacity"]?.integer }
        /// AWS's `MaxCapacity`.
        public var maxCapacity: Int? { raw["maxCapacity"]?.integer }
    }

    /// A view of AWS's `ScalingPolicy`; a property is nil when AWS did not send it.
    public struct ScalingPolicy: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `PolicyARN`.
        public var policyARN: String? { raw["policyARN"]?.string }
        /// AWS's `PolicyName`.
        public var policyName: String? { raw["policyName"]?.string }
        /// AWS's `ServiceNamespace`.
        public var serviceNamespace: String? { raw["serviceNamespace"]?.string }
        /// AWS's `ResourceId`.
        public var resourceId: String? { raw["resourceId"]?.string }
        /// AWS's `ScalableDimension`.
        public var scalableDimension: String? { raw["scalableDimension"]?.string }
        /// AWS's `PolicyType`.
        public var policyType: String? { raw["policyType"]?.string }
        /// AWS's `StepScalingPolicyConfiguration`.
        public var stepScalingPolicyConfiguration: Value? { raw["stepScalingPolicyConfiguration"] }
        /// AWS's `TargetTrackingScalingPolicyConfiguration`.
        public var targetTrackingScalingPolicyConfiguration: Value? { raw["targetTrackingScalingPolicyConfiguration"] }
        /// AWS's `PredictiveScalingPolicyConfiguration`.
        public var predictiveScalingPolicyConfiguration: Value? { raw["predictiveScalingPolicyConfiguration"] }
        /// AWS's `Alarms`.
        public var alarms: [Alarm]? { raw["alarms"]?.list?.map(Alarm.init) }
        /// AWS's `CreationTime`, seconds since 1970.
        public var creationTime: Double? { raw["creationTime"]?.number }
    }

    /// A view of AWS's `ScheduledAction`; a property is nil when AWS did not send it.
    public struct ScheduledAction: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `ScheduledActionName`.
        public var scheduledActionName: String? { raw["scheduledActionName"]?.string }
        /// AWS's `ScheduledActionARN`.
        public var scheduledActionARN: String? { raw["scheduledActionARN"]?.string }
        /// AWS's `ServiceNamespace`.
        public var serviceNamespace: String? { raw["serviceNamespace"]?.string }
        /// AWS's `Schedule`.
        public var schedule: String? { raw["schedule"]?.string }
        /// AWS's `Timezone`.
        public var timezone: String? { raw["timezone"]?.string }
        /// AWS's `ResourceId`.
        public var resourceId: String? { raw["resourceId"]?.string }
        /// AWS's `ScalableDimension`.
        public var scalableDimension: String? { raw["scalableDimension"]?.string }
        /// AWS's `StartTime`, seconds since 1970.
        public var startTime: Double? { raw["startTime"]?.number }
        /// AWS's `EndTime`, seconds since 1970.
        public var endTime: Double? { raw["endTime"]?.number }
        /// AWS's `ScalableTargetAction`.
        public var scalableTargetAction: ScalableTargetAction? { raw["scalableTargetAction"].map(ScalableTargetAction.init) }
        /// AWS's `CreationTime`, seconds since 1970.
        public var creationTime: Double? { raw["creationTime"]?.number }
    }

    /// A view of AWS's `SuspendedState`; a property is nil when AWS did not send it.
    public struct SuspendedState: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `DynamicScalingInSuspended`.
        public var dynamicScalingInSuspended: Bool? { raw["dynamicScalingInSuspended"]?.bool }
        /// AWS's `DynamicScalingOutSuspended`.
        public var dynamicScalingOutSuspended: Bool? { raw["dynamicScalingOutSuspended"]?.bool }
        /// AWS's `ScheduledScalingSuspended`.
        public var scheduledScalingSuspended: Bool? { raw["scheduledScalingSuspended"]?.bool }
    }
}
