import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ELBv2 target groups and targets")
struct TargetGroupOperationsTests {
    @Test("a new group has AWS's defaults")
    func defaults() throws {
        var rig = ServiceRig.balancing
        _ = try rig.targetGroup(type: "instance")
        let shown = try rig.call("DescribeTargetGroups", .emptyObject)["targetGroups"]?.list?.first
        #expect(shown?["healthCheckPath"] == "/" && shown?["matcher"] == ["httpCode": "200"])
        #expect(shown?["healthCheckIntervalSeconds"] == 30 && shown?["healthCheckTimeoutSeconds"] == 5)
        #expect(shown?["healthyThresholdCount"] == 5 && shown?["unhealthyThresholdCount"] == 2)
        #expect(shown?["protocolVersion"] == "HTTP1" && shown?["healthCheckPort"] == "traffic-port")
        #expect(shown?["loadBalancerArns"] == [])
        let arn = shown?["targetGroupArn"] ?? ""
        let list = try rig.call("DescribeTargetGroupAttributes", ["targetGroupArn": arn])["attributes"]?.list ?? []
        #expect(list.contains(["key": "deregistration_delay.timeout_seconds", "value": "300"]) && list.count == 14)
    }

    @Test("what a group lacks or must not have is said in AWS's words")
    func refused() {
        var rig = ServiceRig.balancing
        func text(_ input: Value) -> String {
            let named: Value = ["name": "web"]
            return rig.refusal("ValidationError", "CreateTargetGroup", named.overlaid(with: input))
        }
        #expect(text(["protocol": "HTTP"]) == "A port must be specified")
        #expect(text(["protocol": "HTTP", "port": 80]) == "A VPC ID must be specified")
        #expect(
            text(["protocol": "HTTP", "port": 80, "vpcId": "vpc-x"]) == "The VPC ID 'vpc-x' is not found")
        #expect(
            text(["targetType": "lambda", "port": 80])
                == "Port cannot be specified for target groups with target type 'lambda'")
        let slow: Value = [
            "protocol": "HTTP", "port": 80, "vpcId": "vpc-1", "healthCheckIntervalSeconds": 5,
            "healthCheckTimeoutSeconds": 5,
        ]
        #expect(text(slow) == "Health check timeout '5' must be smaller than the interval '5'")
        #expect(text(["name": "Na--me", "protocol": "HTTP"]).contains("targetGroupName"))
    }

    @Test("a registered address becomes healthy, drains, and is unknown afterwards")
    func life() throws {
        var rig = ServiceRig.balancing
        let group = try rig.targetGroup()
        _ = try rig.listener(rig.loadBalancer(), to: group)
        try rig.call(
            "ModifyTargetGroupAttributes",
            [
                "targetGroupArn": group,
                "attributes": [["key": "deregistration_delay.timeout_seconds", "value": "30"]],
            ])
        let targets: Value = [["id": "10.0.0.1", "port": 8080]]
        try rig.call("RegisterTargets", ["targetGroupArn": group, "targets": targets])
        let first = try rig.call("DescribeTargetHealth", ["targetGroupArn": group])["targetHealthDescriptions"]?.list
        #expect(first?.first?["targetHealth"]?["reason"] == "Elb.RegistrationInProgress")
        #expect(first?.first?["healthCheckPort"] == "8080")
        rig.world.advance(by: .minutes(3))
        #expect(try state(&rig, group, targets) == "healthy")
        try rig.call("DeregisterTargets", ["targetGroupArn": group, "targets": [["id": "10.0.0.1"]]])
        #expect(try state(&rig, group, targets) == "draining")
        rig.world.advance(by: .seconds(30))
        #expect(try state(&rig, group, targets) == "unused")
        let rest = try rig.call("DescribeTargetHealth", ["targetGroupArn": group])["targetHealthDescriptions"]
        #expect(rest == [])
    }

    @Test("an instance that is not there can not be registered")
    func unknownInstance() throws {
        var rig = ServiceRig.balancing
        let group = try rig.targetGroup(type: "instance")
        rig.refusal("InvalidTarget", "RegisterTargets", ["targetGroupArn": group, "targets": [["id": "i-1"]]])
        rig.refusal("TargetGroupNotFound", "RegisterTargets", ["targetGroupArn": "x", "targets": [["id": "i-1"]]])
    }

    @Test("ModifyTargetGroup changes how targets are probed")
    func modified() throws {
        var rig = ServiceRig.balancing
        let group = try rig.targetGroup()
        let input: Value = [
            "targetGroupArn": group, "healthCheckPath": "/status", "healthCheckIntervalSeconds": 10,
            "healthyThresholdCount": 2,
        ]
        let shown = try rig.call("ModifyTargetGroup", input)["targetGroups"]?.list?.first
        #expect(shown?["healthCheckPath"] == "/status" && shown?["healthCheckTimeoutSeconds"] == 5)
        let check = rig.world.balancing.targetGroups.handles.first.flatMap {
            rig.world.balancing.targetGroups[$0]?.check
        }
        #expect(check?.interval == .seconds(10) && check?.healthyThreshold == 2)
        rig.refusal(
            "ValidationError", "ModifyTargetGroup", ["targetGroupArn": group, "healthCheckTimeoutSeconds": 10])
    }

    @Test("a group in use is kept, one that is gone is no matter")
    func deleted() throws {
        var rig = ServiceRig.balancing
        let group = try rig.targetGroup()
        let listener = try rig.listener(rig.loadBalancer(), to: group)
        rig.refusal("ResourceInUse", "DeleteTargetGroup", ["targetGroupArn": group])
        try rig.call("DeleteListener", ["listenerArn": listener])
        try rig.call("DeleteTargetGroup", ["targetGroupArn": group])
        try rig.call("DeleteTargetGroup", ["targetGroupArn": group])
        rig.refusal("TargetGroupNotFound", "DescribeTargetGroups", ["targetGroupArns": .list([group])])
    }

    @Test("stickiness goes with the protocol")
    func stickiness() throws {
        var rig = ServiceRig.balancing
        let group = try rig.targetGroup()
        func set(_ type: String) -> Value {
            ["targetGroupArn": group, "attributes": [["key": "stickiness.type", "value": .string(type)]]]
        }
        let text = rig.refusal("InvalidConfigurationRequest", "ModifyTargetGroupAttributes", set("source_ip"))
        #expect(text == "Stickiness type 'source_ip' is not supported for target groups with the HTTP protocol")
        rig.refusal("InvalidConfigurationRequest", "ModifyTargetGroupAttributes", set("source_ip_dest_ip"))
        try rig.call("ModifyTargetGroupAttributes", set("app_cookie"))
    }

    private func state(_ rig: inout ServiceRig, _ group: Value, _ targets: Value) throws -> String? {
        let reply = try rig.call("DescribeTargetHealth", ["targetGroupArn": group, "targets": targets])
        return reply["targetHealthDescriptions"]?.list?.first?["targetHealth"]?["state"]?.string
    }
}
