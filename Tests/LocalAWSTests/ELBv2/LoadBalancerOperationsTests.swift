import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ELBv2 load balancers")
struct LoadBalancerOperationsTests {
    @Test("a new load balancer has AWS's defaults and becomes active")
    func created() throws {
        var rig = ServiceRig.balancing
        let arn = try rig.loadBalancer()
        let shown = try rig.call("DescribeLoadBalancers", ["names": ["alb"]])["loadBalancers"]?.list?.first
        #expect(shown?["scheme"] == "internet-facing" && shown?["ipAddressType"] == "ipv4")
        #expect(shown?["securityGroups"] == ["sg-1"] && shown?["vpcId"] == "vpc-1")
        #expect(shown?["state"] == ["code": "provisioning"])
        #expect(shown?["availabilityZones"]?.list?.count == 2)
        let host = shown?["dnsName"]?.string ?? ""
        #expect(host.hasPrefix("alb-") && host.hasSuffix(".eu-west-1.elb.amazonaws.com"))
        rig.world.advance(by: .minutes(3))
        let later = try rig.call("DescribeLoadBalancers", ["loadBalancerArns": .list([arn])])
        #expect(later["loadBalancers"]?.list?.first?["state"] == ["code": "active"])
    }

    @Test("the same creation again is the same load balancer")
    func again() throws {
        var rig = ServiceRig.balancing
        #expect(try rig.loadBalancer() == rig.loadBalancer())
        rig.refusal(
            "DuplicateLoadBalancerName", "CreateLoadBalancer", ["name": "alb", "subnets": ["subnet-a", "subnet-c"]])
    }

    @Test("an application load balancer needs two zones that exist")
    func subnets() throws {
        var rig = ServiceRig.balancing
        let text = rig.refusal("ValidationError", "CreateLoadBalancer", ["name": "alb", "subnets": ["subnet-a"]])
        #expect(text == "At least two subnets in two different Availability Zones must be specified")
        rig.refusal("SubnetNotFound", "CreateLoadBalancer", ["name": "alb", "subnets": ["subnet-a", "subnet-x"]])
        rig.refusal(
            "InvalidConfigurationRequest", "CreateLoadBalancer", ["name": "alb", "subnets": ["subnet-a", "subnet-a"]])
        rig.refusal(
            "InvalidSecurityGroup", "CreateLoadBalancer",
            ["name": "alb", "subnets": ["subnet-a", "subnet-b"], "securityGroups": ["sg-x"]])
    }

    @Test("names AWS does not take are refused")
    func names() {
        var rig = ServiceRig.balancing
        for name in ["internal-x", "-x", "a.b", String(repeating: "a", count: 33)] {
            rig.refusal(
                "ValidationError", "CreateLoadBalancer",
                ["name": .string(name), "subnets": ["subnet-a", "subnet-b"]])
        }
    }

    @Test("subnets, security groups and the kind of addresses can be changed")
    func changed() throws {
        var rig = ServiceRig.balancing
        let arn = try rig.loadBalancer()
        let zones = try rig.call(
            "SetSubnets", ["loadBalancerArn": arn, "subnets": ["subnet-a", "subnet-b", "subnet-c"]])
        #expect(zones["availabilityZones"]?.list?.count == 3)
        try rig.call("SetIpAddressType", ["loadBalancerArn": arn, "ipAddressType": "dualstack"])
        rig.refusal(
            "InvalidSecurityGroup", "SetSecurityGroups", ["loadBalancerArn": arn, "securityGroups": ["sg-x"]])
        let shown = try rig.call("DescribeLoadBalancers", .emptyObject)["loadBalancers"]?.list?.first
        #expect(shown?["ipAddressType"] == "dualstack" && shown?["availabilityZones"]?.list?.count == 3)
    }

    @Test("a pool of addresses is taken and given back")
    func pools() throws {
        var rig = ServiceRig.balancing
        let arn = try rig.loadBalancer()
        let taken = try rig.call(
            "ModifyIpPools", ["loadBalancerArn": arn, "ipamPools": ["ipv4IpamPoolId": "ipam-pool-1"]])
        #expect(taken["ipamPools"]?["ipv4IpamPoolId"] == "ipam-pool-1")
        let shown = try rig.call("DescribeLoadBalancers", .emptyObject)["loadBalancers"]?.list?.first
        #expect(shown?["ipamPools"]?["ipv4IpamPoolId"] == "ipam-pool-1")
        let back = try rig.call("ModifyIpPools", ["loadBalancerArn": arn, "removeIpamPools": ["ipv4"]])
        #expect(back["ipamPools"] == .emptyObject)
    }

    @Test("a missing load balancer is refused by reads and no matter to its deletion")
    func missing() throws {
        var rig = ServiceRig.balancing
        let text = rig.refusal("LoadBalancerNotFound", "DescribeLoadBalancers", ["names": ["nope"]])
        #expect(text == "Load balancers '[nope]' not found")
        try rig.call("DeleteLoadBalancer", ["loadBalancerArn": "arn:aws:elasticloadbalancing:x"])
    }

    @Test("attributes begin with AWS's defaults; deletion protection works through them")
    func attributes() throws {
        var rig = ServiceRig.balancing
        let arn = try rig.loadBalancer()
        let list = try rig.call("DescribeLoadBalancerAttributes", ["loadBalancerArn": arn])["attributes"]?.list ?? []
        #expect(list.count >= 20 && list.contains(["key": "idle_timeout.timeout_seconds", "value": "60"]))
        func set(_ key: String, _ value: String) -> Value {
            ["loadBalancerArn": arn, "attributes": [["key": .string(key), "value": .string(value)]]]
        }
        rig.refusal("InvalidConfigurationRequest", "ModifyLoadBalancerAttributes", set("nonsense", "1"))
        rig.refusal(
            "InvalidConfigurationRequest", "ModifyLoadBalancerAttributes", set("idle_timeout.timeout_seconds", "4001"))
        try rig.call("ModifyLoadBalancerAttributes", set("deletion_protection.enabled", "true"))
        rig.refusal("OperationNotPermitted", "DeleteLoadBalancer", ["loadBalancerArn": arn])
        try rig.call("ModifyLoadBalancerAttributes", set("deletion_protection.enabled", "false"))
        try rig.call("DeleteLoadBalancer", ["loadBalancerArn": arn])
        #expect(try rig.call("DescribeLoadBalancers", .emptyObject)["loadBalancers"] == [])
    }

    @Test("pages together are all load balancers")
    func pages() throws {
        var rig = ServiceRig.balancing
        for number in 1...5 { _ = try rig.loadBalancer("alb-\(number)") }
        var seen = 0
        var marker: Value?
        repeat {
            var input: Value = ["pageSize": 2]
            input["marker"] = marker
            let page = try rig.call("DescribeLoadBalancers", input)
            seen += page["loadBalancers"]?.list?.count ?? 0
            marker = page["nextMarker"]
        } while marker != nil
        #expect(seen == 5)
    }
}
