import Model
import Testing

@testable import Manifest

@Suite struct TemplateTests {
    private func render(_ text: String, _ values: String = "{}") -> (documents: [Value], found: [String]) {
        let (template, problems) = TemplateCompiler.compile(Array(text.utf8), path: "t.yaml")
        let given = DecodedFile.decode(Array(values.utf8), file: "v.yaml").documents.first?.value ?? .emptyObject
        var renderer = TemplateRenderer()
        let documents = renderer.documents(template, in: Scope([("values", given)]))
        return (documents, (problems + renderer.found).map(\.description))
    }

    private func one(_ text: String, _ values: String = "{}") -> Value? {
        let result = render(text, values)
        #expect(result.found == [])
        return result.documents.first
    }

    @Test("a scalar that is one expression keeps the value's type, inside a text it becomes text")
    func types() {
        let values = "{n: 3, t: '3', b: true, f: 0.5, l: [1, {a: x}], m: {k: v}}"
        #expect(one("a: ${{ values.n }}", values) == ["a": 3])
        #expect(one("a: '${{ values.n }}'", values) == ["a": 3])
        #expect(one("a: ${{ values.t }}", values) == ["a": "3"])
        #expect(one("a: ${{ values.b }}", values) == ["a": true])
        #expect(one("a: ${{ values.f }}", values) == ["a": Value(.number(0.5))])
        #expect(one("a: ${{ values.l }}", values) == ["a": [1, ["a": "x"]]])
        #expect(one("a: ${{ values.m }}", values) == ["a": ["k": "v"]])
        #expect(one("a: x-${{ values.n }}-${{ values.b }}", values) == ["a": "x-3-true"])
        #expect(one("a: ${{ '${{' }}", values) == ["a": "${{"])
        #expect(one("a: \"${{ '}}' }}\"", values) == ["a": "}}"])
        #expect(render("a: x${{ values.l }}", values).found.count == 1)
    }

    @Test("what is not set leaves its key or element out")
    func unset() {
        #expect(one("{a: '${{ values.x }}', b: 1}", "{x: null}") == ["b": 1])
        #expect(one("[1, '${{ values.x }}']", "{x: null}") == 1)
        #expect(render("a: x${{ values.x }}", "{x: null}").found.count == 1)
    }

    @Test("conditions choose members, values and elements")
    func conditions() {
        let text = """
            ${{ if values.n == 1 }}:
              a: one
            ${{ elseif values.n == 2 }}:
              a: two
            ${{ else }}:
              a: many
            ${{ if values.n > 1 }}:
              b: more
            ${{ else }}:
              b: less
            """
        #expect(one(text, "{n: 1}") == ["a": "one", "b": "less"])
        #expect(one(text, "{n: 2}") == ["a": "two", "b": "more"])
        #expect(one(text, "{n: 3}") == ["a": "many", "b": "more"])
        let value = "memory:\n  ${{ if values.big }}: 1024\n  ${{ else }}: 512"
        #expect(one(value, "{big: true}") == ["memory": 1024])
        #expect(one(value, "{big: false}") == ["memory": 512])
        let list = "l:\n  - a\n  - ${{ if values.on }}:\n    - b\n    - c\n  - ${{ else }}:\n    - d\n  - e"
        #expect(one(list, "{on: true}") == ["l": ["a", "b", "c", "e"]])
        #expect(one(list, "{on: false}") == ["l": ["a", "d", "e"]])
        #expect(one("a: 1\nb:\n  ${{ if false }}:\n    c: 1") == ["a": 1])
        #expect(one("a: 1\nb:\n  - ${{ if false }}:\n    - 1") == ["a": 1])
        #expect(one("a:\n  x: 1\n  ${{ if false }}:\n    c: 1") == ["a": ["x": 1]])
    }

    @Test("each goes through lists and mappings, in lists and in mappings")
    func repetition() {
        let list = "l:\n  - ${{ each x in values.l }}:\n    - name: ${{ x.n }}\n      value: ${{ x.v }}"
        #expect(
            one(list, "{l: [{n: a, v: 1}, {n: b, v: 2}]}") == [
                "l": [["name": "a", "value": 1], ["name": "b", "value": 2]]
            ])
        let map = "l:\n  - ${{ each x in values.m }}:\n      name: ${{ x.key }}\n      value: ${{ x.value }}"
        #expect(one(map, "{m: {b: 2, a: 1}}") == ["l": [["name": "a", "value": 1], ["name": "b", "value": 2]]])
        #expect(
            one("a: 1\n${{ each x in values.l }}:\n  ${{ if x == 1 }}:\n    b: ${{ x }}", "{l: [1, 2]}") == [
                "a": 1, "b": 1,
            ])
        #expect(one("a: 1\nl:\n  - ${{ each x in values.l }}:\n    - ${{ x }}", "{l: null}") == ["a": 1])
        let documents = render("- ${{ each x in values.l }}:\n    - kind: ${{ x }}", "{l: [A, B]}").documents
        #expect(documents == [["kind": "A"], ["kind": "B"]])
        #expect(
            render("- ${{ each x in values.l }}:\n    - ${{ each y in x }}:\n      - v: ${{ y }}", "{l: [[1], [2]]}")
                .documents == [["v": 1], ["v": 2]])
    }

    @Test(
        "what is wrong in a template names the template's line, and the value's",
        arguments: [
            ("a: 1\nb: ${{ values.x", "{}", "t.yaml:2:4: an expression has no }} at its end"),
            (
                "${{ else }}:\n  a: 1", "{}",
                "t.yaml:1:1: else stands without an if before it (nothing may stand between an if and its else)"
            ),
            (
                "${{ values.k }}: 1", "{k: x}",
                "t.yaml:1:1: a key can not be an expression (keys hold ${{ if … }}, ${{ elseif … }}, ${{ else }} or ${{ each x in … }} and nothing else)"
            ),
            (
                "a-${{ values.k }}: 1", "{k: x}",
                "t.yaml:1:1: a key can not hold an expression (a value never makes a key)"
            ),
            (
                "${{ if values.k }}:\n  a: 1", "{k: x}",
                "v.yaml:1:5: a condition is true or false, not a string (compare it: value == …; in the template t.yaml:1:1)"
            ),
            (
                "a: 1\nb: x${{ values.k }}", "{k: [1]}",
                "v.yaml:1:5: a list stands inside a text (it can only stand alone; in the template t.yaml:2:4)"
            ),
            (
                "a: ${{ values.kk }}", "\nk: [1]",
                "v.yaml:2:1: values has no kk (did you mean k?; in the template t.yaml:1:4)"
            ),
            (
                "a: 1\n${{ if true }}:\n  a: 2", "{}",
                "t.yaml:3:3: the key a is a duplicate; it stands at 1:1 already (remove one of them)"
            ),
            (
                "${{ each x in values.k }}:\n  a: ${{ x }}", "{k: [1, 2]}",
                "t.yaml:2:3: the key a is a duplicate; it stands at 2:3 already (remove one of them)"
            ),
            (
                "${{ each values in values.k }}:\n  a: 1", "{k: [1, 2]}",
                "t.yaml:1:1: values can not be the name of an element (take another one)"
            ),
            ("${{ if true }}: 1\na: 2", "{}", "t.yaml:1:17: a mapping should stand under this condition"),
        ])
    func problems(_ text: String, _ values: String, _ expected: String) {
        #expect(render(text, values).found == [expected])
    }

    @Test("values keep the place where they are written, with the template's line beside it")
    func places() {
        let result = one("a: 1\nb: ${{ values.x }}\nc: p-${{ values.x }}\nd: ${{ values.m }}", "\nx: 5\nm: {k: v}")
        #expect(result?["b"]?.place?.description == "v.yaml:2:4")
        #expect(result?["b"]?.place?.template?.description == "t.yaml:2:4")
        #expect(result?["b"]?.keyPlace?.description == "t.yaml:2:1")
        #expect(result?["c"]?.place?.description == "v.yaml:2:4")
        #expect(result?["d"]?["k"]?.place?.description == "v.yaml:3:8")
        #expect(result?["d"]?["k"]?.place?.template?.description == "t.yaml:4:4")
        #expect(result?["a"]?.place?.description == "t.yaml:1:4")
        #expect(result?["a"]?.place?.template == nil)
    }

    @Test(
        "whatever a value holds, it stays one value and adds no key",
        arguments: [
            "a\n  b: c\n", "it's \"quoted\"", "${{ values.other }}", "${{ if true }}:", "&anchor *alias",
            "- item\n- item",
            "}} {{ ]}", "\u{0085}\u{2028}", "null", "", "# comment", "!!tag x", "<<: *x",
            String(repeating: "x\n", count: 500_000),
        ])
    func hostile(_ text: String) {
        let (template, problems) = TemplateCompiler.compile(
            Array("a: ${{ values.x }}\nb: p${{ values.x }}s\nc: [1]".utf8), path: "t.yaml")
        var renderer = TemplateRenderer()
        let documents = renderer.documents(template, in: Scope([("values", ["x": .string(text), "other": "secret"])]))
        #expect(problems.isEmpty && renderer.found.isEmpty)
        #expect(documents == [["a": .string(text), "b": .string("p\(text)s"), "c": [1]]])
    }

    @Test("a key with a null character is the key that it is, in a template and in a value")
    func nullInKey() {
        #expect(one("{\"a\\0b\": 1}") == .object(["a\0b": 1]))
        #expect(
            one("${{ if true }}:\n  ${{ if true }}: ${{ values.m }}", "{m: {\"a\\0b\": 1}}") == .object(["a\0b": 1]))
    }

    @Test("any template renders or says what is wrong, over many templates")
    func anyTemplate() {
        var random = SeededNumbers(seed: 17)
        let lines = [
            "a: ${{ values.n }}", "${{ if values.b }}:", "${{ else }}:", "${{ each x in values.l }}:", "- x",
            "- ${{ x }}", "b:",
            "c: 'x${{ default(values.z, 1) }}'", "${{ elseif values.n > 1 }}:", "? ${{ if true }}", "---", "${{",
            "d: ${{ values }}",
        ]
        var rendered = 0
        for _ in 0..<3_000 {
            let text = (0..<(1 + random.next(6))).map { _ in
                String(repeating: "  ", count: random.next(3)) + lines[random.next(lines.count)]
            }
            let result = render(text.joined(separator: "\n"), "{n: 1, b: true, l: [1, 2], z: null}")
            if result.found.isEmpty { rendered += 1 }
        }
        #expect(rendered > 50)
    }

    @Test("repetition within repetition ends at a bound")
    func bounds() {
        let many = "{l: [" + Array(repeating: "1", count: 400).joined(separator: ",") + "]}"
        let text =
            "- ${{ each a in values.l }}:\n  - ${{ each b in values.l }}:\n    - ${{ each c in values.l }}:\n      - ${{ if false }}:\n        - x"
        #expect(render(text, many).found.contains { $0.contains("more than") })
        #expect(render(text, many).found.count == 1)
        let long =
            "{t: '" + String(repeating: "x", count: 100_000) + "', l: ["
            + Array(repeating: "1", count: 400).joined(separator: ",") + "]}"
        #expect(
            render("- ${{ each a in values.l }}:\n  - k: ${{ values.t }}", long).found.first?.contains("bytes of text")
                == true)
    }
}
