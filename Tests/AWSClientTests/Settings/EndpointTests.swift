import Testing

@testable import AWSClient

@Suite("Endpoints")
struct EndpointTests {
    @Test(
        "AWS's own endpoint lies in the region's partition",
        arguments: [
            ("ecs", "eu-west-1", "https://ecs.eu-west-1.amazonaws.com/"),
            ("sts", "us-east-1", "https://sts.us-east-1.amazonaws.com/"),
            ("ecs", "cn-north-1", "https://ecs.cn-north-1.amazonaws.com.cn/"),
            ("ecs", "us-gov-west-1", "https://ecs.us-gov-west-1.amazonaws.com/"),
            ("ec2", "us-iso-east-1", "https://ec2.us-iso-east-1.c2s.ic.gov/"),
            ("ec2", "us-isob-east-1", "https://ec2.us-isob-east-1.sc2s.sgov.gov/"),
            ("ec2", "us-isof-south-1", "https://ec2.us-isof-south-1.csp.hci.ic.gov/"),
            ("ec2", "eu-isoe-west-1", "https://ec2.eu-isoe-west-1.cloud.adc-e.uk/"),
            ("ec2", "eusc-de-east-1", "https://ec2.eusc-de-east-1.amazonaws.eu/"),
            ("iam", "eu-west-1", "https://iam.amazonaws.com/"),
            ("iam", "cn-northwest-1", "https://iam.cn-north-1.amazonaws.com.cn/"),
            ("iam", "us-gov-east-1", "https://iam.us-gov.amazonaws.com/"),
        ])
    func own(_ prefix: String, _ region: String, _ url: String) {
        let endpoint = Endpoint(prefix: prefix, region: region)
        #expect(endpoint.description == url)
        #expect(!endpoint.isCustom)
        #expect(!endpoint.isLoopback)
    }

    @Test(
        "a custom endpoint",
        arguments: [
            ("http://localhost:4566", "http://localhost:4566/", "localhost", true),
            ("http://127.0.0.2:1/", "http://127.0.0.2:1/", "127.0.0.2", true),
            ("http://[::1]:80/x", "http://[::1]/x", "::1", true),
            ("HTTPS://Aws.Example:443/a/b", "https://aws.example/a/b", "aws.example", false),
            ("http://127.0.0.1.evil.example", "http://127.0.0.1.evil.example/", "127.0.0.1.evil.example", false),
        ])
    func custom(_ url: String, _ expected: String, _ host: String, _ loopback: Bool) throws {
        let endpoint = try #require(Endpoint(url: url))
        #expect(endpoint.description == expected)
        #expect(endpoint.host == host)
        #expect(endpoint.isLoopback == loopback)
        #expect(endpoint.isCustom)
    }

    @Test(
        "what is no plain URL is refused",
        arguments: [
            "", "ecs.example", "ftp://a", "http://", "http://u:p@a/", "http://a/?x", "http://a/#f", "http://a b/",
            "http://a:99999/", "http://a:b/", "http://::1/", "http://a\r\nX: y/", "http:///x",
        ])
    func refused(_ url: String) { #expect(Endpoint(url: url) == nil) }

    @Test("a path stays in front of the request's")
    func path() {
        #expect(Endpoint(url: "http://a/p/")?.path(below: "/") == "/p/")
        #expect(Endpoint(url: "http://a/p")?.path(below: "/x") == "/p/x")
        #expect(Endpoint(url: "http://a")?.path(below: "/") == "/")
    }

    private static let config = """
        [profile plain]
        endpoint_url = http://profile:1
        [profile both]
        services = mine
        endpoint_url = http://profile:1
        [services mine]
        auto_scaling =
          endpoint_url = http://section:2
        [profile quiet]
        ignore_configured_endpoint_urls = true
        endpoint_url = http://profile:1
        """

    @Test(
        "the nearest setting names the endpoint",
        arguments: [
            ([:], "plain", "http://profile:1/"), ([:], "both", "http://section:2/"),
            (["AWS_ENDPOINT_URL": "http://all:3"], "both", "http://all:3/"),
            (
                ["AWS_ENDPOINT_URL": "http://all:3", "AWS_ENDPOINT_URL_AUTO_SCALING": "http://one:4"], "both",
                "http://one:4/"
            ),
            (["AWS_ENDPOINT_URL_ECS": "http://one:4"], "plain", "http://profile:1/"),
            ([:], "quiet", "https://autoscaling.eu-west-1.amazonaws.com/"),
            (
                ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true", "AWS_ENDPOINT_URL": "http://all:3"], "both",
                "https://autoscaling.eu-west-1.amazonaws.com/"
            ),
        ] as [([String: String], String, String)])
    func nearest(_ environment: [String: String], _ profile: String, _ expected: String) throws {
        let settings = try AWSSettings(
            environment: environment.merging(["HOME": "/h"]) { $1 }, profile: profile,
            files: .memory(["/h/.aws/config": Self.config]))
        let endpoint = try settings.endpoint(serviceID: "Auto Scaling", prefix: "autoscaling", region: "eu-west-1")
        #expect(endpoint.description == expected)
    }

    @Test(
        "a setting that can not be kept is an error",
        arguments: [
            (["AWS_ENDPOINT_URL": "localhost:1"], "eu-west-1"), (["AWS_USE_FIPS_ENDPOINT": "true"], "eu-west-1"),
            (["AWS_USE_DUALSTACK_ENDPOINT": "TRUE"], "eu-west-1"), ([:], "eu-west-1 # Ireland"), ([:], ""),
            ([:], "a.evil.example/"),
        ] as [([String: String], String)])
    func broken(_ environment: [String: String], _ region: String) throws {
        let settings = try AWSSettings(environment: environment, files: .memory([:]))
        #expect(throws: SettingsError.self) { try settings.endpoint(serviceID: "ECS", prefix: "ecs", region: region) }
    }
}
