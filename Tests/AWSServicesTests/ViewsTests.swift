import AWSApplicationAutoScaling
import AWSECS
import AWSELBv2
import AWSSTS
import AWSWire
import Foundation
import Model
import Testing

@Suite("Views over replies")
struct ViewsTests {
    @Test("read what AWS sent, and nil where it sent nothing")
    func reading() {
        let deployment: Value = [
            "id": "ecs-svc/1", "rolloutState": "COMPLETED", "desiredCount": 2, "createdAt": 1.5, "status": "PRIMARY",
        ]
        let service = ECS.Service(["deployments": [deployment], "runningCount": 2, "enableExecuteCommand": false])
        #expect(service.deployments?.first?.rolloutState == "COMPLETED")
        #expect(service.deployments?.first?.desiredCount == 2)
        #expect(service.deployments?.first?.createdAt == 1.5)
        #expect(service.runningCount == 2)
        #expect(service.enableExecuteCommand == false)
        #expect(service.serviceArn == nil)
        #expect(service.events == nil)
        #expect(service.raw["runningCount"] == 2)
    }

    @Test("a reply of each protocol is read through a view")
    func replies() throws {
        let health = try #require(ELBv2.model.operation("DescribeTargetHealth"))
        let body =
            "<DescribeTargetHealthResponse><DescribeTargetHealthResult><TargetHealthDescriptions><member><Target><Id>i-1</Id>"
            + "<Port>80</Port></Target><TargetHealth><State>healthy</State></TargetHealth></member>"
            + "</TargetHealthDescriptions></DescribeTargetHealthResult></DescribeTargetHealthResponse>"
        let reply = try ELBv2.model.decode(health, WireReply(status: 200, body: Array(body.utf8)))
        let targets = (reply["targetHealthDescriptions"]?.list ?? []).map(ELBv2.TargetHealthDescription.init)
        #expect(targets.first?.target?.id == "i-1")
        #expect(targets.first?.target?.port == 80)
        #expect(targets.first?.targetHealth?.state == "healthy")
        let target = ApplicationAutoScaling.ScalableTarget([
            "minCapacity": 1, "suspendedState": ["dynamicScalingInSuspended": true],
        ])
        #expect(target.suspendedState?.dynamicScalingInSuspended == true)
        #expect(STS.GetCallerIdentityResponse(["account": "1"]).account == "1")
    }

    /// The generator lowers names by itself; this holds it to Model's rule.
    @Test("every property stands in AWS's shape", arguments: ServiceModel.called)
    func properties(_ model: ServiceModel) throws {
        var shape: Shape?
        var count = 0
        for line in try source(model).split(separator: "\n") {
            if let match = line.firstMatch(of: /public struct (\w+):/) { shape = model.shapes[String(match.1)] }
            guard let match = line.firstMatch(of: /raw\["(\w+)"\]/) else { continue }
            count += 1
            #expect(shape?.members?[String(match.1)] != nil, "\(shape?.name ?? "?") \(match.1)")
        }
        #expect(count > 0)
    }

    private func source(_ model: ServiceModel) throws -> String {
        let sources = Repository.root.appending(path: "Sources")
        let modules = try FileManager.default.contentsOfDirectory(atPath: sources.path)
        for module in modules where module.hasPrefix("AWS") {
            let name = String(module.dropFirst(3))
            let folder = sources.appending(path: "\(module)/Generated")
            let table = FileManager.default.contents(atPath: folder.appending(path: "\(name).swift").path) ?? Data()
            if String(decoding: table, as: UTF8.self).contains("name: \"\(model.name)\"") {
                return try String(contentsOf: folder.appending(path: "\(name)+Views.swift"), encoding: .utf8)
            }
        }
        return ""
    }
}
