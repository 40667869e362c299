import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ACM and IAM")
struct AccountServicesTests {
    @Test("a certificate is issued at once, listed, and kept while a listener has it")
    func certificate() throws {
        var rig = ServiceRig(LocalACM.service)
        let arn = try rig.call("RequestCertificate", ["domainName": "example.com"])["certificateArn"] ?? ""
        let shown = try rig.call("DescribeCertificate", ["certificateArn": arn])["certificate"]
        #expect(shown?["status"] == "ISSUED" && shown?["inUseBy"] == [])
        #expect(try rig.call("ListCertificates", .emptyObject)["certificateSummaryList"]?.list?.count == 1)
        var balancing = ServiceRig.balancing
        balancing.world = rig.world
        let listener = try balancing.listener(balancing.loadBalancer())
        try balancing.call(
            "AddListenerCertificates",
            ["listenerArn": listener, "certificates": .list([["certificateArn": arn]])])
        rig.world = balancing.world
        rig.refusal("ResourceInUseException", "DeleteCertificate", ["certificateArn": arn])
        try balancing.call("DeleteListener", ["listenerArn": listener])
        rig.world = balancing.world
        try rig.call("DeleteCertificate", ["certificateArn": arn])
        rig.refusal("ResourceNotFoundException", "DescribeCertificate", ["certificateArn": arn])
    }

    @Test("a role has an instance profile and policies, which keep it")
    func role() throws {
        var rig = ServiceRig(LocalIAM.service)
        let role: Value = ["roleName": "app"]
        let made = try rig.call("CreateRole", ["roleName": "app", "assumeRolePolicyDocument": #"{"a": 1}"#])["role"]
        #expect(made?["arn"] == "arn:aws:iam::123456789012:role/app")
        #expect(made?["assumeRolePolicyDocument"] == "%7B%22a%22%3A%201%7D")
        rig.refusal("EntityAlreadyExists", "CreateRole", ["roleName": "app", "assumeRolePolicyDocument": "{}"])
        try rig.call("CreateInstanceProfile", ["instanceProfileName": "app"])
        let pair: Value = ["instanceProfileName": "app", "roleName": "app"]
        try rig.call("AddRoleToInstanceProfile", pair)
        rig.refusal("DeleteConflict", "DeleteRole", role)
        try rig.call("RemoveRoleFromInstanceProfile", pair)
        try rig.call("DeleteInstanceProfile", ["instanceProfileName": "app"])
        try rig.call("DeleteRole", role)
        rig.refusal("NoSuchEntity", "GetRole", role)
    }

    @Test("policies are attached once, by their name at the ARN's end")
    func policies() throws {
        var rig = ServiceRig(LocalIAM.service)
        try rig.call("CreateRole", ["roleName": "app", "assumeRolePolicyDocument": "{}"])
        let arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
        let input: Value = ["roleName": "app", "policyArn": .string(arn)]
        for _ in 1...2 { try rig.call("AttachRolePolicy", input) }
        let rows = try rig.call("ListAttachedRolePolicies", ["roleName": "app"])["attachedPolicies"]
        #expect(rows == [["policyArn": .string(arn), "policyName": "AmazonECSTaskExecutionRolePolicy"]])
        rig.refusal("DeleteConflict", "DeleteRole", ["roleName": "app"])
    }

    @Test("a service-linked role stands under its path, once")
    func linked() throws {
        var rig = ServiceRig(LocalIAM.service)
        let input: Value = ["awsServiceName": "ecs.amazonaws.com"]
        let role = try rig.call("CreateServiceLinkedRole", input)["role"]
        #expect(role?["roleName"] == "AWSServiceRoleForECS")
        #expect(role?["path"] == "/aws-service-role/ecs.amazonaws.com/")
        rig.refusal("InvalidInput", "CreateServiceLinkedRole", input)
    }
}
