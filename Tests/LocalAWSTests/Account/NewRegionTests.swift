import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("A new region")
struct NewRegionTests {
    private func region(_ name: String, seed: UInt64 = 7, empty: Bool = false) -> World {
        NewRegion.world(
            account: "123456789012", region: name, seed: seed, start: Simulation.Instant(milliseconds: 0),
            empty: empty)
    }

    @Test("the same seed gives the same ids, another region or seed others")
    func deterministic() {
        let vpc = { (world: World) in world.registry["ec2/vpc"].values.first?["vpcId"] }
        #expect(vpc(region("eu-west-1")) == vpc(region("eu-west-1")))
        #expect(vpc(region("eu-west-1")) != vpc(region("us-east-1")))
        #expect(vpc(region("eu-west-1")) != vpc(region("eu-west-1", seed: 8)))
    }

    @Test("the roles and the profile that ECS on EC2 needs are there")
    func roles() {
        let world = region("eu-west-1")
        #expect(
            world.registry["iam/role"]["AWSServiceRoleForECS"]?["arn"]
                == "arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS")
        #expect(world.registry["iam/instance-profile"]["ecsInstanceRole"]?.at("roles.0.roleName") == "ecsInstanceRole")
    }

    @Test("an empty region still has its default network")
    func empty() {
        let world = region("eu-west-1", empty: true)
        #expect(world.registry["ec2/subnet"].values.count == 3)
        #expect(world.registry["ec2/internet-gateway"].values.count == 1)
        #expect(world.registry["ec2/route-table"].values.first?["routes"]?.list?.count == 2)
        #expect(world.registry["iam/role"].values.isEmpty)
        #expect(world.registry["ec2/image"].values.isEmpty)
    }

    @Test("the recommended image's parameter is JSON that names the image")
    func parameter() throws {
        let world = region("eu-west-1")
        let name = "/aws/service/ecs/optimized-ami/amazon-linux-2/recommended"
        let text = try #require(world.registry["ssm/parameter"][name]?["value"]?.string)
        let id = try #require(world.registry["ssm/parameter"][name + "/image_id"]?["value"]?.string)
        #expect(text.contains("\"image_id\":\"\(id)\""))
        #expect(world.registry["ec2/image"][id] != nil)
    }
}
