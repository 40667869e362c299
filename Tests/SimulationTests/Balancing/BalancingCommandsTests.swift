import Model
import Testing

@testable import Simulation

@Suite("Load balancers, listeners, rules and target groups")
struct BalancingCommandsTests {
    @Test("a load balancer is active 40 to 120 s after its creation")
    func provisioning() throws {
        var rig = try BalancingRig()
        #expect(rig.world.balancing.loadBalancers[rig.balancer]?.state == "provisioning")
        rig.world.advance(by: .seconds(39))
        #expect(rig.world.balancing.loadBalancers[rig.balancer]?.state == "provisioning")
        rig.world.advance(by: .seconds(81))
        #expect(rig.world.balancing.loadBalancers[rig.balancer]?.state == "active")
    }

    @Test("an equal creation is the same resource, another one is a duplicate")
    func idempotent() throws {
        var rig = try BalancingRig()
        #expect(try rig.world.createLoadBalancer("alb", settings: ["type": "application"]) == rig.balancer)
        refused("DuplicateLoadBalancerName") { () throws(Refusal) in
            _ = try rig.world.createLoadBalancer("alb", settings: ["type": "network"])
        }
        let group = try rig.world.createTargetGroup("web", settings: BalancingRig.settings)
        #expect(rig.world.balancing.targetGroups[group]?.arn == rig.group)
        refused("DuplicateTargetGroupName") { () throws(Refusal) in
            _ = try rig.world.createTargetGroup("web", settings: ["port": 81])
        }
        let forward: Value = ["type": "forward", "targetGroupArn": .string(rig.group)]
        let settings: Value = ["port": 80, "protocol": "HTTP"]
        #expect(try rig.world.createListener(on: rig.balancer, settings: settings, actions: [forward]) == rig.listener)
        refused("DuplicateListener") { () throws(Refusal) in
            _ = try rig.world.createListener(on: rig.balancer, settings: settings, actions: [BalancingRig.fixed])
        }
    }

    @Test("ARNs are built as AWS's")
    func arns() throws {
        let rig = try BalancingRig()
        let balancer = try #require(rig.world.balancing.loadBalancers[rig.balancer])
        let listener = try #require(rig.world.balancing.listeners[rig.listener])
        let prefix = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:"
        #expect(balancer.arn.hasPrefix(prefix + "loadbalancer/app/alb/") && balancer.arn.count == prefix.count + 37)
        #expect(listener.arn.hasPrefix(prefix + "listener/app/alb/"))
        #expect(listener.defaultRuleArn.hasPrefix(prefix + "listener-rule/app/alb/"))
        #expect(listener.defaultRuleArn.split(separator: "/").count == 6)
        #expect(rig.group.hasPrefix(prefix + "targetgroup/web/"))
    }

    @Test("a target group in use is kept, and belongs to one load balancer")
    func inUse() throws {
        var rig = try BalancingRig()
        refused("ResourceInUse") { () throws(Refusal) in try rig.world.deleteTargetGroup(rig.group) }
        let other = try rig.world.createLoadBalancer("other", settings: ["type": "application"])
        let forward: Value = ["type": "forward", "targetGroupArn": .string(rig.group)]
        refused("TargetGroupAssociationLimit") { () throws(Refusal) in
            _ = try rig.world.createListener(on: other, settings: ["port": 80], actions: [forward])
        }
        try rig.world.deleteLoadBalancer(rig.world.balancing.loadBalancers[rig.balancer]?.arn ?? "")
        #expect(rig.world.balancing.listeners.count == 0 && !rig.world.isAttached(targetGroup: rig.group))
        try rig.world.deleteTargetGroup(rig.group)
        #expect(rig.world.balancing.targetGroups.count == 0)
    }

    @Test("deletion protection keeps a load balancer")
    func protected() throws {
        var rig = try BalancingRig()
        let arn = try #require(rig.world.balancing.loadBalancers[rig.balancer]?.arn)
        rig.world.changeAttributes(of: arn, ["deletion_protection.enabled": "true"])
        refused("OperationNotPermitted") { () throws(Refusal) in try rig.world.deleteLoadBalancer(arn) }
    }

    @Test("priorities are changed together or not at all")
    func priorities() throws {
        var rig = try BalancingRig()
        var arns: [String] = []
        for priority in 1...3 {
            let rule = try rig.world.createRule(
                on: rig.listener, priority: priority, settings: .emptyObject, actions: [BalancingRig.fixed])
            arns.append(rig.world.balancing.rules[rule]?.arn ?? "")
        }
        func now() -> [Int] {
            arns.compactMap { rig.world.balancing.ruleArns[$0].flatMap { rig.world.balancing.rules[$0]?.priority } }
        }
        refused("PriorityInUse") { () throws(Refusal) in
            try rig.world.setRulePriorities([(arns[0], 9), (arns[1], 3)])
        }
        #expect(now() == [1, 2, 3])
        try rig.world.setRulePriorities([(arns[0], 2), (arns[1], 1)])
        #expect(now() == [2, 1, 3])
        refused("PriorityInUse") { () throws(Refusal) in
            _ = try rig.world.createRule(
                on: rig.listener, priority: 3, settings: .emptyObject, actions: [BalancingRig.fixed])
        }
    }

    @Test("the default rule can not be deleted")
    func defaultRule() throws {
        var rig = try BalancingRig()
        let arn = try #require(rig.world.balancing.listeners[rig.listener]?.defaultRuleArn)
        refused("OperationNotPermitted") { () throws(Refusal) in try rig.world.deleteRule(arn) }
        refused("RuleNotFound") { () throws(Refusal) in try rig.world.deleteRule(arn + "x") }
    }

    @Test("weights of a forward are read and rewritten by the listener's, its default rule's or a rule's ARN")
    func weights() throws {
        var rig = try BalancingRig()
        let green = try rig.world.createTargetGroup("green", settings: BalancingRig.settings)
        let greenArn = try #require(rig.world.balancing.targetGroups[green]?.arn)
        let arn = try #require(rig.world.balancing.listeners[rig.listener]?.defaultRuleArn)
        #expect(rig.world.forwards(of: arn) == [Forward(targetGroupArn: rig.group, weight: 1)])
        let both = [Forward(targetGroupArn: rig.group, weight: 0), Forward(targetGroupArn: greenArn, weight: 1)]
        rig.world.setForwards(of: arn, both)
        #expect(rig.world.forwards(of: rig.world.balancing.listeners[rig.listener]?.arn ?? "") == both)
        #expect(rig.world.isAttached(targetGroup: greenArn) && rig.world.isAttached(targetGroup: rig.group))
        #expect(rig.world.balancing.targetGroups[green]?.loadBalancers == [rig.balancer])
        #expect(rig.world.balancing.listeners[rig.listener]?.defaultActions.first?["targetGroupArn"] == nil)
        let rule = try rig.world.createRule(
            on: rig.listener, priority: 1, settings: .emptyObject, actions: [BalancingRig.fixed])
        #expect(rig.world.forwards(of: rig.world.balancing.rules[rule]?.arn ?? "") == nil)
    }

    @Test("actions come back with what AWS fills in")
    func expanded() throws {
        let rig = try BalancingRig()
        let shown = try #require(rig.world.balancing.listeners[rig.listener]?.defaultActions.first)
        let group: Value = ["targetGroupArn": .string(rig.group), "weight": 1]
        let config: Value = ["targetGroups": .list([group]), "targetGroupStickinessConfig": ["enabled": false]]
        #expect(
            shown == [
                "type": "forward", "order": 1, "targetGroupArn": .string(rig.group), "forwardConfig": config,
            ])
        let redirect: Value = ["type": "redirect", "redirectConfig": ["protocol": "HTTPS", "statusCode": "HTTP_301"]]
        let filled = ActionShape.expanded([redirect]).first?["redirectConfig"]
        #expect(filled?["host"] == "#{host}" && filled?["path"] == "/#{path}" && filled?["protocol"] == "HTTPS")
    }

    private func refused(_ code: String, _ body: () throws(Refusal) -> Void) {
        do {
            try body()
            Issue.record("not refused")
        } catch {
            #expect(error.code == code)
        }
    }
}
