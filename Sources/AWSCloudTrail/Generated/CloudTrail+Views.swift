// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import Model

extension CloudTrail {
    /// A view of AWS's `Event`; a property is nil when AWS did not send it.
    public struct Event: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `EventId`.
        public var eventId: String? { raw["eventId"]?.string }
        /// AWS's `EventName`.
        public var eventName: String? { raw["eventName"]?.string }
        /// AWS's `ReadOnly`.
        public var readOnly: String? { raw["readOnly"]?.string }
        /// AWS's `AccessKeyId`.
        public var accessKeyId: String? { raw["accessKeyId"]?.string }
        /// AWS's `EventTime`, seconds since 1970.
        public var eventTime: Double? { raw["eventTime"]?.number }
        /// AWS's `EventSource`.
        public var eventSource: String? { raw["eventSource"]?.string }
        /// AWS's `Username`.
        public var username: String? { raw["username"]?.string }
        /// AWS's `Resources`.
        public var resources: [Value]? { raw["resources"]?.list }
        /// AWS's `CloudTrailEvent`.
        public var cloudTrailEvent: String? { raw["cloudTrailEvent"]?.string }
    }
}
