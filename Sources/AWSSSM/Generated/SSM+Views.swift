// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import Model

extension SSM {
    /// A view of AWS's `Parameter`; a property is nil when AWS did not send it.
    public struct Parameter: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `Name`.
        public var name: String? { raw["name"]?.string }
        /// AWS's `Type`.
        public var type: String? { raw["type"]?.string }
        /// AWS's `Value`.
        public var value: String? { raw["value"]?.string }
        /// AWS's `Version`.
        public var version: Int? { raw["version"]?.integer }
        /// AWS's `Selector`.
        public var selector: String? { raw["selector"]?.string }
        /// AWS's `SourceResult`.
        public var sourceResult: String? { raw["sourceResult"]?.string }
        /// AWS's `LastModifiedDate`, seconds since 1970.
        public var lastModifiedDate: Double? { raw["lastModifiedDate"]?.number }
        /// AWS's `ARN`.
        public var arn: String? { raw["arn"]?.string }
        /// AWS's `DataType`.
        public var dataType: String? { raw["dataType"]?.string }
    }
}
