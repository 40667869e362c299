import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Repositories")
struct ECRTests {
    private let registry = Asking(LocalECR.service)

    @Test("an image is found by tag and digest, and a tag moves to the newest")
    func images() throws {
        try registry.ask("CreateRepository", ["repositoryName": "api"])
        let first = try registry.ask("PutImage", ["repositoryName": "api", "imageManifest": "a", "imageTag": "1"])
        let digest = try #require(first["image"]?["imageId"]?["imageDigest"]?.string)
        #expect(digest.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil)
        try registry.ask("PutImage", ["repositoryName": "api", "imageManifest": "b", "imageTag": "1"])
        let tagged = try registry.ask("DescribeImages", ["repositoryName": "api", "imageIds": [["imageTag": "1"]]])
        #expect(tagged["imageDetails"]?.list?.count == 1)
        #expect(tagged["imageDetails"]?.list?.first?["imageDigest"]?.string != digest)
        let known = try registry.ask(
            "DescribeImages", ["repositoryName": "api", "imageIds": [["imageDigest": .string(digest)]]])
        #expect(known["imageDetails"]?.list?.first?["imageTags"] == nil)
        #expect(try registry.ask("DescribeImages", ["repositoryName": "api"])["imageDetails"]?.list?.count == 2)
    }

    @Test("images and repositories that are not there are refused by name")
    func missing() throws {
        #expect(throws: Refusal.self) { try registry.ask("DescribeImages", ["repositoryName": "none"]) }
        try registry.ask("CreateRepository", ["repositoryName": "api"])
        do {
            try registry.ask("DescribeImages", ["repositoryName": "api", "imageIds": [["imageTag": "2"]]])
            Issue.record("it was found")
        } catch let refusal as Refusal {
            #expect(refusal.code == "ImageNotFoundException")
        }
        try registry.ask("PutImage", ["repositoryName": "api", "imageManifest": "a"])
        #expect(throws: Refusal.self) { try registry.ask("DeleteRepository", ["repositoryName": "api"]) }
        try registry.ask("DeleteRepository", ["repositoryName": "api", "force": true])
        #expect(try registry.ask("DescribeRepositories", .emptyObject)["repositories"] == [])
    }
}
