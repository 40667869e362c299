import Model
import Testing

@testable import Kinds

@Suite("User data of instances")
struct UserDataTests {
    @Test("ecsConfig becomes the agent's settings, and userData follows")
    func rendering() {
        let spec: Value = [
            "ecsConfig": [
                "cluster": "demo-api", "spotInstanceDraining": true, "containerStopTimeout": "30s",
                "attributes": ["stack": "green"], "variables": ["ECS_LOGLEVEL": "warn"],
            ], "userData": "#!/bin/bash\nsysctl -p\n",
        ]
        #expect(
            UserData.text(of: spec) == """
                #!/bin/bash
                # The ECS agent's settings, from ecsConfig.
                cat > /etc/ecs/ecs.config <<'ECS_CONFIG'
                ECS_CLUSTER=demo-api
                ECS_ENABLE_SPOT_INSTANCE_DRAINING=true
                ECS_CONTAINER_STOP_TIMEOUT=30s
                ECS_INSTANCE_ATTRIBUTES={"stack":"green"}
                ECS_LOGLEVEL=warn
                ECS_CONFIG
                # From userData.
                #!/bin/bash
                sysctl -p

                """)
    }

    @Test("registry credentials are fetched when the instance boots, and no secret stands in the text")
    func credentials() throws {
        let text = try #require(UserData.text(of: ["ecsConfig": ["registryCredentials": ["ssm": "/registry/auth"]]]))
        #expect(
            text.contains("aws ssm get-parameter --with-decryption --query Parameter.Value --name '/registry/auth'"))
        #expect(text.contains("ECS_ENGINE_AUTH_TYPE=%s\\nECS_ENGINE_AUTH_DATA=%s\\n' dockercfg \"$data\""))
        #expect(text.contains("command -v aws"))
    }

    @Test(
        "what was rendered is read back as it was written",
        arguments: [
            ["ecsConfig": ["cluster": "demo-api"]], ["ecsConfig": [:]],
            ["ecsConfig": ["cluster": "c", "registryCredentials": ["secret": "arn:aws:secretsmanager:x:y:secret:z"]]],
            [
                "ecsConfig": ["registryCredentials": ["ssm": "/it's", "type": "docker"]],
                "userData": "#!/bin/sh\ntrue\n",
            ],
            [
                "ecsConfig": [
                    "attributes": ["a": "\"1\"=2", "b": ""], "reservedMemory": 64, "spotInstanceDraining": false,
                ]
            ],
            ["userData": "#!/bin/bash\necho hello\n"],
        ] as [Value])
    func roundTrip(spec: Value) throws {
        let text = try #require(UserData.text(of: spec))
        #expect(Value.object(UserData.members(of: UserData.encoded(text))) == spec)
    }

    @Test("a rendered script that somebody edited is user data, not ecsConfig")
    func edited() throws {
        let text = try #require(UserData.text(of: ["ecsConfig": ["registryCredentials": ["ssm": "/a"]]]))
        let edited = text.replacing("sleep 10", with: "sleep 99")
        #expect(UserData.members(of: UserData.encoded(edited)) == ["userData": .string(edited)])
    }

    @Test(
        "user data may be text or base64 already",
        arguments: [
            ("#!/bin/bash\ntrue\n", "#!/bin/bash\ntrue\n"), ("IyEvYmluL2Jhc2gKdHJ1ZQo=", "#!/bin/bash\ntrue\n"),
        ])
    func shapes(written: String, plain: String) {
        #expect(UserData.plain(written) == plain)
        #expect(UserData.encoded(UserData.plain(written)) == "IyEvYmluL2Jhc2gKdHJ1ZQo=")
    }

    @Test("compressed data stays in base64")
    func binary() {
        let gzip = "H4sIAAAAAAAA/w=="
        #expect(UserData.plain(gzip) == gzip)
        #expect(UserData.encoded(gzip) == gzip)
    }

    @Test(
        "durations have units",
        arguments: [("30s", 30), ("2m", 120), ("1m30s", 90), ("30", nil), ("", nil), ("s", nil)])
    func durations(text: String, seconds: Int?) {
        #expect(ECSConfig.seconds(of: text) == seconds)
    }
}
