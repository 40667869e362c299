import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ELBv2 listeners and rules")
struct ListenerOperationsTests {
    private static let certificate: Value = "arn:aws:acm:eu-west-1:123456789012:certificate/1"

    @Test("a forward comes back in both spellings, with its order")
    func expanded() throws {
        var rig = ServiceRig.balancing
        let group = try rig.targetGroup()
        let listener = try rig.listener(rig.loadBalancer(), to: group)
        let shown = try rig.call("DescribeListeners", ["listenerArns": .list([listener])])["listeners"]?.list?.first
        let tuple: Value = ["targetGroupArn": group, "weight": 1]
        #expect(
            shown?["defaultActions"] == [
                [
                    "type": "forward", "order": 1, "targetGroupArn": group,
                    "forwardConfig": [
                        "targetGroups": .list([tuple]), "targetGroupStickinessConfig": ["enabled": false],
                    ],
                ]
            ])
        let groups = try rig.call("DescribeTargetGroups", ["names": ["web"]])["targetGroups"]?.list
        #expect(groups?.first?["loadBalancerArns"]?.list?.count == 1)
    }

    @Test("what a listener lacks is said in AWS's words")
    func incomplete() throws {
        var rig = ServiceRig.balancing
        let balancer = try rig.loadBalancer()
        func text(_ changes: Value) -> String {
            let base: Value = ["loadBalancerArn": balancer, "defaultActions": []]
            return rig.refusal("ValidationError", "CreateListener", base.overlaid(with: changes))
        }
        #expect(text(["protocol": "HTTP"]) == "A listener port must be specified")
        #expect(text(["port": 80]) == "A listener protocol must be specified")
        #expect(
            text(["port": 80, "protocol": "TCP"]) == "Listener protocol 'TCP' must be one of 'HTTP, HTTPS'")
        #expect(text(["port": 443, "protocol": "HTTPS"]) == "A certificate must be specified for HTTPS listeners")
    }

    @Test("a secure listener is filled in, and loses its certificate with its protocol")
    func secure() throws {
        var rig = ServiceRig.balancing
        let balancer = try rig.loadBalancer()
        let group = try rig.targetGroup()
        let reply = try rig.call(
            "CreateListener",
            [
                "loadBalancerArn": balancer, "port": 443, "protocol": "HTTPS",
                "certificates": [["certificateArn": Self.certificate]],
                "defaultActions": [["type": "forward", "targetGroupArn": group]],
            ])
        let listener = try #require(reply["listeners"]?.list?.first)
        #expect(listener["sslPolicy"] == "ELBSecurityPolicy-2016-08")
        #expect(listener["certificates"] == [["certificateArn": Self.certificate]])
        let arn = listener["listenerArn"] ?? ""
        let plain = try rig.call("ModifyListener", ["listenerArn": arn, "protocol": "HTTP", "port": 81])
        let shown = plain["listeners"]?.list?.first
        #expect(shown?["certificates"] == nil && shown?["sslPolicy"] == nil && shown?["port"] == 81)
        #expect(shown?["defaultActions"]?.list?.count == 1)
        rig.refusal("InvalidConfigurationRequest", "ModifyListener", ["listenerArn": arn, "protocol": "HTTPS"])
    }

    @Test("one port has one listener")
    func duplicate() throws {
        var rig = ServiceRig.balancing
        let balancer = try rig.loadBalancer()
        let first = try rig.listener(balancer)
        #expect(try rig.listener(balancer) == first)
        let group = try rig.targetGroup()
        rig.refusal(
            "DuplicateListener", "CreateListener",
            [
                "loadBalancerArn": balancer, "port": 80, "protocol": "HTTP",
                "defaultActions": [["type": "forward", "targetGroupArn": group]],
            ])
        let other = try rig.listener(balancer, port: 81)
        rig.refusal("DuplicateListener", "ModifyListener", ["listenerArn": other, "port": 80])
    }

    @Test("certificates beyond the default one are added and removed")
    func certificates() throws {
        var rig = ServiceRig.balancing
        let listener = try rig.listener(rig.loadBalancer())
        let input: Value = ["listenerArn": listener, "certificates": [["certificateArn": Self.certificate]]]
        try rig.call("AddListenerCertificates", input)
        let shown = try rig.call("DescribeListenerCertificates", ["listenerArn": listener])
        #expect(shown["certificates"] == [["certificateArn": Self.certificate, "isDefault": false]])
        try rig.call("RemoveListenerCertificates", input)
        #expect(try rig.call("DescribeListenerCertificates", ["listenerArn": listener])["certificates"] == [])
        let many = Value.list(Array(repeating: ["certificateArn": Self.certificate], count: 50))
        rig.refusal("TooManyCertificates", "AddListenerCertificates", ["listenerArn": listener, "certificates": many])
    }

    @Test("rules come by priority, the default one last, with conditions in both spellings")
    func rules() throws {
        var rig = ServiceRig.balancing
        let listener = try rig.listener(rig.loadBalancer())
        for priority in [20, 10] { try rig.call("CreateRule", rule(listener, priority)) }
        let rules = try rig.call("DescribeRules", ["listenerArn": listener])["rules"]?.list ?? []
        #expect(rules.compactMap { $0["priority"]?.string } == ["10", "20", "default"])
        #expect(rules.last?["isDefault"] == true)
        #expect(
            rules.first?["conditions"] == [
                ["field": "path-pattern", "values": ["/a"], "pathPatternConfig": ["values": ["/a"]]]
            ])
        rig.refusal("PriorityInUse", "CreateRule", rule(listener, 10))
        let arns = rules.compactMap { $0["ruleArn"] }
        let swapped: Value = [["ruleArn": arns[0], "priority": 20], ["ruleArn": arns[1], "priority": 10]]
        try rig.call("SetRulePriorities", ["rulePriorities": swapped])
        let after = try rig.call("DescribeRules", ["listenerArn": listener])["rules"]?.list ?? []
        #expect(after.first?["ruleArn"] == arns[1])
        rig.refusal("OperationNotPermitted", "DeleteRule", ["ruleArn": arns[2]])
        try rig.call("DeleteRule", ["ruleArn": arns[0]])
        rig.refusal("RuleNotFound", "DescribeRules", ["ruleArns": .list([arns[0]])])
    }

    @Test("conditions that AWS does not take are refused in its words")
    func conditions() throws {
        var rig = ServiceRig.balancing
        let listener = try rig.listener(rig.loadBalancer())
        func text(_ condition: Value) -> String {
            var input = rule(listener, 1)
            input["conditions"] = .list([condition])
            return rig.refusal("ValidationError", "CreateRule", input)
        }
        #expect(text(["field": "host-header"]) == "A condition value must be specified")
        #expect(
            text(["field": "path-pattern", "values": ["one", "two"]])
                == "The 'path-pattern' field contains too many values; the limit is '1'")
        #expect(
            text(["field": "source-ip"]) == "A 'SourceIpConfig' must be specified with 'source-ip'")
        #expect(
            text(["field": "http-request-method", "httpRequestMethodConfig": ["values": ["get"]]])
                == "The 'http-request-method' value is invalid; the allowed characters are A-Z, hyphen and underscore")
    }

    @Test("a redirect is filled in and must not lead to itself")
    func redirect() throws {
        var rig = ServiceRig.balancing
        let listener = try rig.listener(rig.loadBalancer())
        var input = rule(listener, 1)
        input["actions"] = [["type": "redirect", "redirectConfig": ["statusCode": "HTTP_301"]]]
        rig.refusal("InvalidLoadBalancerAction", "CreateRule", input)
        input["actions"] = [["type": "redirect", "redirectConfig": ["statusCode": "HTTP_301", "port": "443"]]]
        let action = try rig.call("CreateRule", input)["rules"]?.list?.first?["actions"]?.list?.first
        #expect(action?["redirectConfig"]?["host"] == "#{host}" && action?["order"] == 1)
    }

    private func rule(_ listener: Value, _ priority: Int) -> Value {
        [
            "listenerArn": listener, "priority": .integer(priority),
            "conditions": [["field": "path-pattern", "values": ["/a"]]],
            "actions": [["type": "fixed-response", "fixedResponseConfig": ["statusCode": "200"]]],
        ]
    }
}
