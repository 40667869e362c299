import AWSWire
import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ECS clusters")
struct ClusterOperationsTests {
    @Test("every operation of the model is answered")
    func complete() {
        let missing = LocalECS.service.model.operations.filter { LocalECS.service.operations[$0] == nil }
        #expect(missing == [])
    }

    @Test("a bucket names only operations that are there, each once")
    func buckets() {
        let limited = LocalECS.service.buckets.flatMap(\.operations)
        #expect(Set(limited).count == limited.count)
        #expect(limited.filter { LocalECS.service.operations[$0] == nil } == [])
    }

    @Test("a new cluster is ACTIVE and empty, and shows the account's containerInsights")
    func created() throws {
        var rig = ECSRig()
        let cluster = try rig.call("CreateCluster", ["clusterName": "prod"])["cluster"]
        #expect(cluster?["clusterArn"] == "arn:aws:ecs:eu-west-1:123456789012:cluster/prod")
        #expect(cluster?["status"] == "ACTIVE")
        #expect(cluster?["registeredContainerInstancesCount"] == 0)
        #expect(cluster?["settings"] == [["name": "containerInsights", "value": "disabled"]])
        try rig.call("PutAccountSettingDefault", ["name": "containerInsights", "value": "enabled"])
        let other = try rig.call("CreateCluster")["cluster"]
        #expect(other?["clusterName"] == "default")
        #expect(other?["settings"] == [["name": "containerInsights", "value": "enabled"]])
    }

    @Test("creating it again is fine unless the request says something else")
    func idempotent() throws {
        var rig = ECSRig()
        try rig.call("CreateCluster", ["clusterName": "prod"])
        #expect(try rig.refusal("CreateCluster", ["clusterName": "prod"]) == nil)
        let other: Value = [
            "clusterName": "prod", "settings": [["name": "containerInsights", "value": "enabled"]],
        ]
        #expect(try rig.refusal("CreateCluster", other)?.code == "InvalidParameterException")
        #expect(rig.world.ecs.clusters.count == 1)
    }

    @Test("describing shows tags, settings and configuration only when asked, and names what is missing")
    func described() throws {
        var rig = ECSRig()
        try rig.call("CreateCluster", ["clusterName": "prod", "tags": [["key": "team", "value": "a"]]])
        let configuration: Value = ["executeCommandConfiguration": ["kmsKeyId": "key"]]
        try rig.call("UpdateCluster", ["cluster": "prod", "configuration": configuration])
        let plain = try rig.call("DescribeClusters", ["clusters": ["prod", "nope"]])
        let cluster = plain["clusters"]?.list?.first
        #expect(cluster?["tags"] == nil)
        #expect(cluster?["settings"] == nil)
        #expect(
            plain["failures"] == [["arn": "arn:aws:ecs:eu-west-1:123456789012:cluster/nope", "reason": "MISSING"]])
        let include: Value = ["TAGS", "SETTINGS", "CONFIGURATIONS", "STATISTICS"]
        let whole = try rig.call("DescribeClusters", ["clusters": ["prod"], "include": include])["clusters"]?.list?
            .first
        #expect(whole?["tags"] == [["key": "team", "value": "a"]])
        #expect(whole?["configuration"] == configuration)
        #expect(whole?["statistics"]?.list?.count == 8)
    }

    @Test("a deleted cluster is INACTIVE, not listed, refused elsewhere, and its name is free")
    func deleted() throws {
        var rig = ECSRig()
        try rig.call("CreateCluster", ["clusterName": "prod"])
        let gone = try rig.call("DeleteCluster", ["cluster": "prod"])["cluster"]
        #expect(gone?["status"] == "INACTIVE")
        #expect(try rig.call("ListClusters")["clusterArns"] == [])
        #expect(try rig.call("DescribeClusters", ["clusters": ["prod"]])["failures"] == [])
        let refused = try rig.refusal("ListServices", ["cluster": "prod"])
        #expect(refused == Refusal("ClusterNotFoundException", "The referenced cluster was inactive."))
        #expect(try rig.call("CreateCluster", ["clusterName": "prod"])["cluster"]?["status"] == "ACTIVE")
    }

    @Test("a cluster that never was is not found, and without a name it is the default one")
    func unknown() throws {
        var rig = ECSRig()
        let expected = Refusal("ClusterNotFoundException", "Cluster not found.")
        #expect(try rig.refusal("DeleteCluster", ["cluster": "nope"]) == expected)
        #expect(try rig.refusal("ListTasks") == expected)
        try rig.call("CreateCluster")
        #expect(try rig.call("ListTasks")["taskArns"] == [])
        let arn: Value = ["cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/default"]
        #expect(try rig.call("ListTasks", arn)["taskArns"] == [])
    }

    @Test("the built-in capacity providers are described, and one that is missing is a failure")
    func builtIn() throws {
        var rig = ECSRig()
        let all = try rig.call("DescribeCapacityProviders")["capacityProviders"]?.list ?? []
        #expect(all.compactMap { $0["name"]?.string } == ["FARGATE", "FARGATE_SPOT"])
        let missing = try rig.call("DescribeCapacityProviders", ["capacityProviders": ["spot"]])
        #expect(missing["failures"]?.list?.first?["reason"] == "MISSING")
    }
}
