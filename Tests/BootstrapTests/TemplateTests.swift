import Testing

@testable import Bootstrap

@Suite("The templates of bootstrap")
struct TemplateTests {
    @Test("short things stand on one line, and nothing can be taken for something else")
    func yaml() {
        let node: TemplateNode = [
            "plain": "neap", "words": ["yes", "No", "1", "a: b", "x*", ""], "empty": [:], "count": 3, "flag": true,
            "function": .sub("arn:${AWS::Partition}:x"),
            "deep": ["a": ["b": "line\n\"quoted\""]], "list": [["a": "1", "b": "c"], "d"],
        ]
        #expect(
            node.yaml == """
                plain: neap
                words: ["yes", "No", "1", "a: b", "x*", ""]
                empty: {}
                count: 3
                flag: true
                function: {Fn::Sub: "arn:${AWS::Partition}:x"}
                deep:
                  a:
                    b: "line\\n\\"quoted\\""
                list:
                  - a: "1"
                    b: c
                  - d

                """)
    }

    @Test("the release finds the chart from wherever it stands, and names what the template makes")
    func release() {
        var settings = BootstrapSettings(environments: ["production"], name: "tide")
        settings.assumeRoles = ["arn:aws:iam::210987654321:role/neap"]
        let service = ControllerManifests.Service(
            image: "neap:1", cluster: "shop", repository: "https://example.com/infra.git", reference: nil,
            accountID: "123456789012", region: "cn-north-1", accounts: ["123456789012"])
        let manifests = ControllerManifests(settings, service)
        #expect(manifests.release(in: "teams/shop").contains("chart: \"../../charts/neap\""))
        let here = manifests.release(in: ".")
        #expect(here.contains("chart: \"./charts/neap\""))
        #expect(here.contains("arn:aws-cn:iam::123456789012:role/tide-controller"))
        #expect(here.contains("https://sqs.cn-north-1.amazonaws.com.cn/123456789012/tide-hints"))
        #expect(here.contains("leaseTable: tide-leases") && here.contains("role/neap"))
        #expect(manifests.chart["charts/neap/templates/controller.yaml"]?.contains("NEAP_REPO") == true)
    }
}
