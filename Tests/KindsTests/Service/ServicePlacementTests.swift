import Model
import Testing

@testable import Kinds

@Suite("Placement templates")
struct ServicePlacementTests {
    private static let zones: Value = ["type": "spread", "field": "attribute:ecs.availability-zone"]

    @Test(
        "a template stands for AWS's strategy",
        arguments: [
            ("azBalancedSpread", [zones, ["type": "spread", "field": "instanceId"]]),
            ("azBalancedBinpack", [zones, ["type": "binpack", "field": "MEMORY"]]),
            ("azBalancedBinpackCpu", [zones, ["type": "binpack", "field": "CPU"]]),
            ("azBalancedBinpackMemory", [zones, ["type": "binpack", "field": "MEMORY"]]),
            ("binpack", [["type": "binpack", "field": "MEMORY"]]),
            ("binpackCpu", [["type": "binpack", "field": "CPU"]]),
            ("binpackMemory", [["type": "binpack", "field": "MEMORY"]]), ("onePerHost", []),
        ] as [(String, [Value])])
    func templates(name: String, strategy: [Value]) {
        let (spec, diagnostics) = ServicePlacement.expanded(.sample("Service", "api", ["placement": .string(name)]))
        #expect(spec["placementStrategy"] == .list(strategy))
        #expect(spec["placementConstraints"] == (name == "onePerHost" ? [["type": "distinctInstance"]] : nil))
        #expect(spec["placement"] == nil)
        #expect(diagnostics.isEmpty)
    }

    @Test("a template beside what it stands for is an error", arguments: ["azBalancedSpread", "onePerHost"])
    func twice(name: String) {
        let member = name == "onePerHost" ? "placementConstraints" : "placementStrategy"
        let spec: Value = .object(["placement": .string(name), member: []])
        let (_, diagnostics) = ServicePlacement.expanded(.sample("Service", "api", spec))
        #expect(diagnostics.map(\.path) == [FieldPath([member])])
    }

    @Test("a daemon service has no count, and its manifest is told so")
    func daemon() {
        let spec: Value = ["schedulingStrategy": "DAEMON", "desiredCount": 3]
        let (parts, diagnostics) = Service.manifest.expand(.sample("Service", "agent", spec))
        #expect(parts.map(\.spec) == [["schedulingStrategy": "DAEMON"]])
        #expect(diagnostics.map(\.severity) == [.notice])
    }
}
