import AWSELBv2
import AWSWire
import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ELBv2 tags and what AWS only lists")
struct BalancingCatalogueTests {
    @Test("every operation of the model is there, and in a bucket")
    func complete() {
        let service = LocalELBv2.service
        let names = Set(ELBv2.model.operations)
        #expect(Set(service.operations.keys) == names)
        #expect(service.buckets.reduce(Set<String>()) { $0.union($1.operations) } == names)
    }

    @Test("tags of all four resources are added, overwritten and removed")
    func tags() throws {
        var rig = ServiceRig.balancing
        let balancer = try rig.loadBalancer()
        let group = try rig.targetGroup()
        let listener = try rig.listener(balancer, to: group)
        let all: Value = .list([balancer, group, listener])
        try rig.call(
            "AddTags", ["resourceArns": all, "tags": [["key": "a", "value": "1"], ["key": "b", "value": "1"]]])
        try rig.call("AddTags", ["resourceArns": all, "tags": [["key": "a", "value": "2"]]])
        try rig.call("RemoveTags", ["resourceArns": all, "tagKeys": ["b"]])
        let rows = try rig.call("DescribeTags", ["resourceArns": all])["tagDescriptions"]?.list ?? []
        #expect(rows.count == 3 && rows.allSatisfy { $0["tags"] == [["key": "a", "value": "2"]] })
        rig.refusal(
            "TargetGroupNotFound", "RemoveTags",
            ["resourceArns": [.string((group.string ?? "") + "x")], "tagKeys": ["a"]])
    }

    @Test("policies, limits and capacity are listed")
    func listed() throws {
        var rig = ServiceRig.balancing
        let names: Value = [
            "ELBSecurityPolicy-TLS-1-2-2017-01", "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-2016-08",
        ]
        let policies = try rig.call("DescribeSSLPolicies", ["names": names])["sslPolicies"]?.list ?? []
        #expect(policies.count == 2 && policies.first?["sslProtocols"] == ["TLSv1.2"])
        rig.refusal("SSLPolicyNotFound", "DescribeSSLPolicies", ["names": ["x"]])
        #expect(try rig.call("DescribeAccountLimits", .emptyObject)["limits"]?.list?.isEmpty == false)
        let arn = try rig.loadBalancer()
        try rig.call("DescribeCapacityReservation", ["loadBalancerArn": arn])
    }
}
