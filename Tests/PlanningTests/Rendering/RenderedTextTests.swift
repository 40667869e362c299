import Kinds
import Model
import Planning
import Testing

@Suite("Rendered resources")
struct RenderedTextTests {
    private static let release = Place(file: "production/web.yaml", line: 6, column: 9)
    private static let chart = Place(file: "charts/web/values.yaml", line: 1, column: 8)
    private static let template = Place(file: "charts/web/templates/t.yaml", line: 8, column: 16)

    private var text: RenderedText {
        let image = Value(.string("nginx:9"), at: Self.release.used(by: Self.template, with: [Self.chart]))
        let container: Value = [
            "name": "web", "image": image, "environment": [["name": "MODE", "value": "quiet"]],
        ]
        let task: Resource = .sample("TaskDefinition/web", ["containerDefinitions": [container]])
        return RenderedText([task], kindsByName.mapValues { $0.schema })
    }

    @Test("values of environment variables are masked, their names are not")
    func masked() {
        #expect(text.yaml.contains("name: MODE"))
        #expect(!text.yaml.contains("quiet"))
        #expect(text.json.contains(#"{"name":"MODE","value":"(masked)"}"#))
    }

    @Test("a text of several values names the places of all of them, what the release says first")
    func places() {
        let line = text.explanation.split(separator: "\n").first { $0.contains("/image") }
        #expect(
            line?.hasSuffix(
                "production/web.yaml:6, charts/web/values.yaml:1 (in the template charts/web/templates/t.yaml:8)")
                == true)
    }
}
