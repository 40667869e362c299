import Manifest
import Model
import Simulation

/// One scenario file to a scenario.
enum ScenarioReader {
    static func read(_ fields: inout FieldReader, into scenario: inout Scenario) {
        if let version = fields.require("apiVersion"), version.string != "neap/v1" {
            fields.report("apiVersion is not neap/v1", version.place, "apiVersion")
        }
        if let kind = fields.require("kind"), kind.string != "Scenario" {
            fields.report("kind is not Scenario", kind.place, "kind")
        }
        if fields.has("metadata") { _ = fields.nested("metadata", readMetadata) }
        if fields.has("spec") { _ = fields.nested("spec") { readSpec(&$0, into: &scenario) } }
    }

    private static func readMetadata(_ fields: inout FieldReader) {
        _ = fields.take("labels")
        guard let value = fields.require("name"), let name = fields.text(value, "name") else { return }
        if name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_-]{0,127}/) == nil {
            fields.report(
                "\(name) is no name", hint: "letters, digits, - and _, beginning with a letter or digit", value.place,
                "name")
        }
    }

    private static func readSpec(_ fields: inout FieldReader, into scenario: inout Scenario) {
        scenario.description = fields.string("description")
        scenario.seed = fields.count("seed", in: 0...Int.max).map(UInt64.init)
        scenario.speed = fields.count("speed", in: 0...100_000)
        scenario.region = fields.read(
            "region", { $0.wholeMatch(of: /[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}/) == nil ? nil : $0 }, isNot: "region",
            hint: "such as eu-west-1")
        scenario.timings = fields.nested("timings", readTimings) ?? []
        scenario.images = fields.mappings("images", ImageReader.read) ?? []
        let pools = PoolReader(region: scenario.region)
        scenario.droughts = fields.mappings("droughts") { pools.read(&$0, onDemand: true) } ?? []
        scenario.loads = fields.mappings("load", LoadReader.read) ?? []
        let injections = InjectionReader(region: scenario.region)
        scenario.events = fields.mappings("events") { readEvent(&$0, injections) } ?? []
    }

    private static func readTimings(_ fields: inout FieldReader) -> [Scenario.Timing] {
        TimingNames.all.compactMap { name in
            fields.spread(name).map { Scenario.Timing(name: name, spread: $0) }
        }
    }

    private static func readEvent(_ fields: inout FieldReader, _ injections: InjectionReader) -> Scenario.Event? {
        let at = fields.has("at") ? fields.span("at") : nil
        let injection = injections.read(&fields)
        guard let at, let injection else { return nil }
        return Scenario.Event(at: at, injection: injection)
    }
}
