extension ComposeReader {
    /// Says of every other member of a service what becomes of it.
    mutating func leaveWhatECSHasNot(_ node: ForeignNode) {
        for (name, member) in node.members where name.hasPrefix("x-") { ledger.pass(member) }
        for name in Self.meaningless { ledger.pass(node[name]) }
        leaveLinks(node["links"])
        leaveNetworks(node["networks"])
        for profile in node["profiles"].map({ [$0] }) ?? [] {
            ledger.leave(profile, "is carried over like the others: delete its folder where it is not wanted")
        }
        for (name, remedy) in Self.remedies { ledger.leave(node[name], remedy) }
    }

    /// A link under the service's own name is what Service Connect gives anyway.
    private mutating func leaveLinks(_ links: ForeignNode?) {
        for link in links?.items ?? [] {
            let parts = (link.text ?? "").split(separator: ":")
            if parts.count == 2, parts[0] != parts[1] {
                ledger.leave(link, "services have one name each: write it under clientAliases, or call it \(parts[0])")
            } else {
                ledger.pass(link)
            }
        }
    }

    private mutating func leaveNetworks(_ networks: ForeignNode?) {
        for (_, network) in networks?.members ?? [] {
            ledger.leave(network["aliases"], "services have one name each: write another under clientAliases")
            for name in ["ipv4_address", "ipv6_address", "link_local_ips", "mac_address"] {
                ledger.leave(network[name], "tasks have no fixed addresses: services call one another by name")
            }
        }
        // Which networks they were on says nothing in a VPC.
        ledger.pass(networks)
    }

    /// What only means something to Docker on one machine, or is what ECS does anyway.
    private static let meaningless = [
        "container_name", "restart", "attach", "develop", "pull_policy", "pull_refresh_after",
    ]

    /// What a person has to do about members that have no counterpart.
    private static let remedies: [(String, String)] = [
        ("annotations", "write what matters under dockerLabels or tags"),
        ("blkio_config", "ECS has no such limit"),
        ("cgroup", "ECS has no such setting"),
        ("cgroup_parent", "ECS has no such setting"),
        ("configs", "ECS has no configuration files: bake it into the image, or give it as a variable"),
        ("cpu_count", "write it under cpu, 1024 units to a core"),
        ("cpu_percent", "write it under cpu, 1024 units to a core"),
        ("cpu_period", "write it under cpu, 1024 units to a core"),
        ("cpu_quota", "write it under cpu, 1024 units to a core"),
        ("cpu_rt_period", "ECS has no such limit"),
        ("cpu_rt_runtime", "ECS has no such limit"),
        ("cpuset", "ECS gives no single cores"),
        ("credential_spec", "write it under credentialSpecs, as ECS names files in S3 and parameters"),
        ("device_cgroup_rules", "ECS has no such setting: name devices under linuxParameters"),
        ("dns_opt", "ECS has no such setting"),
        ("domainname", "ECS has no such setting"),
        ("extends", "is not followed: import what `docker compose config` prints, which has it put in"),
        ("external_links", "name what it calls by the address that it has in the VPC"),
        ("group_add", "ECS has no such setting: write user as name:group"),
        ("isolation", "ECS has no such setting"),
        ("label_file", "is not read: write labels under dockerLabels"),
        ("mac_address", "tasks have no fixed addresses"),
        ("models", "ECS runs no models: give the service the address of one"),
        ("oom_kill_disable", "ECS has no such setting"),
        ("oom_score_adj", "ECS has no such setting"),
        ("pids_limit", "ECS has no such limit"),
        ("post_start", "ECS has no such hook: let the image's entry point do it"),
        ("pre_stop", "ECS has no such hook: let the process do it on SIGTERM"),
        ("provider", "is no container: make it otherwise"),
        ("runtime", "the instance's agent chooses"),
        ("stop_signal", "ECS sends what the image's STOPSIGNAL says"),
        ("storage_opt", "ECS has no such setting"),
        ("use_api_socket", "ECS gives no Docker socket: mount /var/run/docker.sock of an instance if it has to be"),
        ("userns_mode", "ECS has no such setting"),
        ("uts", "ECS has no such setting"),
        ("volumes_from", "name the volumes under mountPoints of each"),
    ]
}
