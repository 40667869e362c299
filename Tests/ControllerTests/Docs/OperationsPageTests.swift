import Foundation
import Testing

@testable import Controller

@Suite("docs/operations")
struct OperationsPageTests {
    private static func text(_ path: String) throws -> String {
        let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return try String(contentsOfFile: "/\(folder)/docs/\(path)", encoding: .utf8)
    }

    @Test("operations.md has a row for every setting, and none for another")
    func settings() throws {
        let rows = try Self.text("operations.md").split(separator: "\n").filter { $0.contains(" | `NEAP_") }
        let wanted = Setting.all.map { setting in
            let key = setting.kind == .secret ? "–" : "`\(setting.key)`"
            let standard = setting.standard.isEmpty ? "–" : setting.standard
            let flag = setting.flag.map { "`\($0)`" } ?? "–"
            return "| \(key) | \(flag) | `\(setting.variable)` | \(standard) | \(setting.help) |"
        }
        #expect(rows.map(String.init) == wanted)
    }

    @Test("the page's file of settings is one")
    func example() throws {
        let parts = try Self.text("operations.md").split(separator: "```yaml\n")
        let block = try #require(parts.first { $0.hasPrefix("# controller.yaml") }?.split(separator: "```").first)
        let file = try ConfigurationFile(Array(block.utf8), name: "controller.yaml")
        let reader = SettingReader(flags: [:], variables: [:], file: file)
        let configuration = try ControllerConfiguration(reader, repositories: file.repositories, variables: [:])
        #expect(configuration.repositories.map(\.name) == ["edge", "infra"])
        #expect(configuration.listen?.port == 8090)
    }

    @Test("operations.md has a row for every metric, and none for another")
    func metrics() throws {
        let kinds = ["counter", "gauge", "histogram"]
        let rows = try Self.text("operations.md").split(separator: "\n").filter { row in
            kinds.contains { row.contains("` | \($0) | ") }
        }
        let wanted = MetricCatalog.all.map { metric in
            let labels = metric.labels.isEmpty ? "–" : metric.labels.map { "`\($0)`" }.joined(separator: ", ")
            return "| `\(metric.name)` | \(metric.kind.rawValue) | \(labels) | \(metric.help) |"
        }
        #expect(rows.map(String.init) == wanted)
        #expect(MetricCatalog.all.map(\.name) == MetricCatalog.all.map(\.name).sorted())
    }

    @Test("alerts and dashboard name only metrics that exist", arguments: ["alerts.yaml", "dashboard.json"])
    func names(file: String) throws {
        let used = Set(
            try Self.text("operations/\(file)").matches(of: /\b(neap|process)_[a-z_]+/).map { String($0.output.0) })
        let histograms = MetricCatalog.all.filter { $0.kind == .histogram }.map(\.name)
        let known = Set(
            MetricCatalog.all.map(\.name) + histograms.flatMap { ["\($0)_bucket", "\($0)_sum", "\($0)_count"] })
        #expect(used.count > 6)
        #expect(used.subtracting(known).sorted() == [])
    }

    @Test("every counter of errors is watched by an alert")
    func alerts() throws {
        let text = try Self.text("operations/alerts.yaml")
        let errors = MetricCatalog.all.map(\.name).filter { $0.hasSuffix("_errors_total") }
        #expect(errors.count == 3)
        #expect(errors.filter { !text.contains($0) } == [])
    }

    @Test("the dashboard is JSON with panels that each ask something")
    func dashboard() throws {
        let json = try JSONSerialization.jsonObject(with: Data(Self.text("operations/dashboard.json").utf8))
        let panels = try #require((json as? [String: Any])?["panels"] as? [[String: Any]])
        let questions = panels.compactMap { ($0["targets"] as? [[String: Any]])?.first?["expr"] as? String }
        #expect(panels.count >= 12)
        #expect(questions.count == panels.count)
    }
}
