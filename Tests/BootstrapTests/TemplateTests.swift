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

    @Test("who plans is an ARN or a provider's subject")
    func trust() {
        #expect(PlanTrust("arn:aws:iam::123456789012:role/ci")?.provider == nil)
        let forge = PlanTrust("token.actions.githubusercontent.com=repo:acme/infra:ref=x")
        #expect(forge?.provider == "token.actions.githubusercontent.com" && forge?.subject == "repo:acme/infra:ref=x")
        #expect(PlanTrust("anyone") == nil && PlanTrust("a b.c=d") == nil && PlanTrust("nohost=x") == nil)
    }

    @Test("a variable comes from a parameter or a secret, never from a value")
    func secrets() {
        let secret = BootstrapSettings.Secret("NEAP_GIT_TOKEN=arn:aws:ssm:eu-west-1:123456789012:parameter/neap/token")
        #expect(secret?.name == "NEAP_GIT_TOKEN" && secret?.arn.hasSuffix("neap/token") == true)
        #expect(BootstrapSettings.Secret("NEAP_GIT_TOKEN=hunter2") == nil)
        #expect(BootstrapSettings.Secret("X=arn:aws:s3:::bucket") == nil)
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
