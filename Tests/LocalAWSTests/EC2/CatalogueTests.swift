import AWSEC2
import AWSWire
import AWSAutoScaling
import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("EC2's catalogue")
struct CatalogueTests {
    @Test("every operation of the tables is served, and no other")
    func complete() {
        #expect(LocalEC2.service.operations.keys.sorted() == EC2.model.operations)
        #expect(LocalAutoScaling.service.operations.keys.sorted() == AutoScaling.model.operations)
    }

    @Test(
        "zones have ids of their region",
        arguments: [
            ("eu-west-1a", "euw1-az1"), ("us-east-1c", "use1-az3"), ("ap-southeast-2b", "apse2-az2"),
            ("ca-central-1a", "cac1-az1"), ("eu-north-1a", "eun1-az1"),
        ])
    func zoneIDs(zone: String, id: String) { #expect(Zones.id(zone) == id) }

    @Test("instance types say their processors, memory and architecture")
    func types() throws {
        var rig = FleetRig()
        let reply = try rig.ec2("DescribeInstanceTypes", ["instanceTypes": ["m6g.large"]])
        #expect(reply.at("instanceTypes.0.vCpuInfo.defaultVCpus") == 2)
        #expect(reply.at("instanceTypes.0.memoryInfo.sizeInMiB") == 8192)
        #expect(reply.at("instanceTypes.0.processorInfo.supportedArchitectures.0") == "arm64")
        #expect(
            try rig.refusal(ec2: "DescribeInstanceTypes", ["instanceTypes": ["m5.tiny"]])?.code
                == "InvalidInstanceType")
    }

    @Test("spot prices lie below the on-demand price and are the same at every look")
    func prices() throws {
        var rig = FleetRig()
        let input: Value = ["instanceTypes": ["m5.large"], "startTime": Value(.number(1_767_225_600 - 86400))]
        let first = try rig.ec2("DescribeSpotPriceHistory", input)
        #expect(try rig.ec2("DescribeSpotPriceHistory", input) == first)
        let prices = (first["spotPriceHistory"]?.list ?? []).compactMap {
            $0["spotPrice"]?.string.flatMap { Double($0) }
        }
        #expect(prices.count == 5 * 3)
        #expect(prices.allSatisfy { $0 > 0.02 && $0 < 0.107 })
    }

    @Test("the images that the public parameters name are there, and made-up ids stand for images too")
    func images() throws {
        var rig = FleetRig()
        let name = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"
        let id = try #require(rig.world.registry["ssm/parameter"][name]?["value"])
        let reply = try rig.ec2("DescribeImages", ["imageIds": [id]])
        #expect(reply.at("images.0.name")?.string?.hasPrefix("al2023-ami-ecs-hvm") == true)
        #expect(reply.at("images.0.imageOwnerAlias") == "amazon")
        #expect(try rig.ec2("DescribeImages", ["imageIds": ["ami-12c6146b"]]).at("images.0.state") == "available")
        #expect(try rig.refusal(ec2: "DescribeImages", ["imageIds": ["nonsense"]])?.code == "InvalidAMIID.Malformed")
        #expect(try rig.ec2("DescribeImages", ["owners": ["self"]])["images"] == [])
    }

    @Test("there are the usual regions")
    func regions() throws {
        var rig = FleetRig()
        #expect(try rig.ec2("DescribeRegions")["regions"]?.list?.count == 17)
        #expect(try rig.refusal(ec2: "DescribeRegions", ["regionNames": ["mars-1"]])?.code == "InvalidParameterValue")
    }
}
