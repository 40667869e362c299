import Manifest
import Model
import Planning

extension FuzzTarget {
    private static let expressionWords = [
        "${{ ", " }}", "values", ".image", ".count", ".list", ".none", ".map", "['", "[0]", "(", ")", "'", "''", "1",
        "-2.5",
        "==", "!=", "<=", "&&", "||", "!", ",", "null", "true", "concat(", "contains(", "default(", "endsWith(",
        "format('{0}', ",
        "iif(", "integer(", "join(", "json(", "keys(", "length(", "lower(", "merge(", "replace(", "split(",
        "startsWith(",
        "string(", "trim(", "upper(", "release.name", "chart.version", "environment.region",
    ]
    private static let templateWords =
        expressionWords + yamlWords + [
            "${{ if values.on }}:", "${{ elseif values.count > 1 }}:", "${{ else }}:", "${{ each x in values.list }}:",
            "${{ each e in values.map }}:", "\"type\": \"object\"", "\"properties\"", "\"additionalProperties\"",
            "\"pattern\"",
            "\"^(a|b)*$\"", "\"$ref\": \"#/properties/a\"", "\"default\"", "\"enum\"", "\"items\"", "=====\n",
        ]

    /// Charts: an expression alone, a whole template with values and schema, and the promise that a text stays a text.
    static let charts = [
        FuzzTarget("expression", words: expressionWords) { bytes in
            guard let text = bytes.text else { return nil }
            return chart(template: task(image: "${{ \(text) }}"), values: values, schema: schema).complaint()
        },
        FuzzTarget("template", words: templateWords) { bytes in
            let sections = bytes.sections(3)
            let (given, rules) = (sections[1].isEmpty, sections[2].isEmpty)
            var repository = chart(template: "", values: values, schema: schema)
            repository.files["charts/web/templates/t.yaml"] = sections[0]
            if !given { repository.files["charts/web/values.yaml"] = sections[1] }
            if !rules { repository.files["charts/web/values.schema.json"] = sections[2] }
            return repository.complaint()
        },
        FuzzTarget("text", words: yamlWords + expressionWords + ["=====\n", "\r\n", "\u{0}", "\u{202E}"]) { bytes in
            bytes.text.flatMap(staysOneText)
        },
    ]

    /// A text as a value, alone and inside another text, comes out as it went in, and adds nothing; so it does when it is
    /// written as YAML.
    public static func staysOneText(_ text: String) -> String? {
        let whole = YAMLNode.document([("text", .text(text))])
        let repository = chart(
            template: task(
                image: "app:1", "{name: A, value: '${{ values.text }}'}, {name: B, value: 'p${{ values.text }}s'}"),
            values: whole,
            schema: #"{"type": "object", "properties": {"text": {"type": "string"}}}"#)
        // What does not fit into a file of values, once escaped, is refused as a whole.
        guard whole.utf8.count <= Limits.fileBytes else { return nil }
        do {
            guard let desired = try repository.desired() else { return "there is no environment" }
            if let problem = desired.diagnostics.first(where: { $0.severity == .error }) { return "\(problem)" }
            guard desired.resources.count == 2 else { return "it became another manifest" }
            let container = desired.resources[ResourceID("TaskDefinition", "t")]?.spec["containerDefinitions"]?.list?
                .first
            guard let container, container.object?.count == 4 else { return "it added a member" }
            return environment(of: container) == ["A": text, "B": "p\(text)s"] ? nil : "it is another text"
        } catch {
            return "\(error)"
        }
    }

    private static func environment(of container: Value) -> [String: String] {
        let pairs = container["environment"]?.list?.map { ($0["name"]?.string ?? "", $0["value"]?.string ?? "") } ?? []
        return Dictionary(pairs) { first, _ in first }
    }

    private static func chart(template: String, values: String, schema: String) -> MemoryRepository {
        MemoryRepository([
            "demo/web.yaml":
                "apiVersion: neap/v1\nkind: Release\nmetadata: {name: web}\nspec: {chart: ../charts/web}\n",
            "demo/b.yaml": MemoryRepository.neighbour,
            "charts/web/Chart.yaml": "apiVersion: neap/v1\nname: web\nversion: 1.0.0\n",
            "charts/web/values.yaml": values, "charts/web/values.schema.json": schema,
            "charts/web/templates/t.yaml": template,
        ])
    }

    private static func task(image: String, _ environment: String = "{name: A, value: b}") -> String {
        let image = YAMLNode.document([("image", .text(image))])
        return """
            apiVersion: neap/v1
            kind: TaskDefinition
            metadata: {name: t}
            spec:
              containerDefinitions:
                - name: app
                  \(image.trimmingLineEnd)
                  memory: 256
                  environment: [\(environment)]

            """
    }

    private static let values = """
        {image: app, count: 3, on: true, list: [1, b, {c: d}], map: {z: 1, a: [x]}, none: null, long: '0123456789'}

        """

    private static let schema = """
        {"type": "object", "additionalProperties": {}, "properties": {"none": {"type": ["string", "null"]}}}
        """
}

extension String {
    fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
