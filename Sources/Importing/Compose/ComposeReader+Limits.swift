import Model

extension ComposeReader {
    /// Names that the container resolves by itself; with an address of its own, the VPC's resolver answers alone.
    mutating func names(_ node: ForeignNode, _ container: inout [String: Value]) {
        guard stack.capacity == .ec2, node["network_mode"]?.text != "host" else {
            for name in ["hostname", "dns", "dns_search", "extra_hosts"] {
                ledger.leave(node[name], "tasks with this network mode take names from the VPC's resolver")
            }
            return
        }
        if let name = ledger.text(node["hostname"]) { container["hostname"] = .string(name) }
        let servers = ledger.texts(node["dns"])
        if !servers.isEmpty { container["dnsServers"] = Self.list(servers) }
        let domains = ledger.texts(node["dns_search"])
        if !domains.isEmpty { container["dnsSearchDomains"] = Self.list(domains) }
        let hosts = extraHosts(node["extra_hosts"])
        if !hosts.isEmpty { container["extraHosts"] = .list(hosts) }
    }

    /// `host=address` or `host:address`; an IPv6 address may stand in brackets.
    private mutating func extraHosts(_ node: ForeignNode?) -> [Value] {
        let members = (node?.members ?? []).compactMap { extraHost($0.name, $0.node.text, $0.node) }
        let items = (node?.items ?? []).compactMap { item -> Value? in
            let parts = (item.text ?? "").split(maxSplits: 1) { $0 == "=" || $0 == ":" }.map(String.init)
            return extraHost(parts.first ?? "", parts.count == 2 ? parts[1] : nil, item)
        }
        return members + items
    }

    private mutating func extraHost(_ host: String, _ address: String?, _ node: ForeignNode) -> Value? {
        guard let address, address != "host-gateway" else {
            let isGateway = address != nil
            ledger.leave(
                node, isGateway ? "host-gateway means nothing on ECS: name the address" : "is no host with one address")
            return nil
        }
        ledger.carry(node)
        return ["hostname": .string(host), "ipAddress": .string(address.trimmingBrackets)]
    }

    /// Limits of the kernel.
    mutating func limits(_ node: ForeignNode, _ container: inout [String: Value]) {
        let limits = (node["ulimits"]?.members ?? []).compactMap { ulimit($0.name, $0.node) }
        if !limits.isEmpty { container["ulimits"] = .list(limits) }
        let options = ledger.texts(node["security_opt"])
        if !options.isEmpty { container["dockerSecurityOptions"] = Self.list(options) }
        let controls = ledger.pairs(node["sysctls"]).map { name, _, value -> Value in
            ["namespace": .string(name), "value": .string(value ?? "")]
        }
        if !controls.isEmpty { container["systemControls"] = .list(controls) }
        let linux = linuxParameters(node)
        if !linux.isEmpty { container["linuxParameters"] = .object(linux) }
    }

    private mutating func ulimit(_ name: String, _ node: ForeignNode) -> Value? {
        let soft = ledger.integer(node.isMapping ? node["soft"] : node)
        let hard = node.isMapping ? ledger.integer(node["hard"]) : soft
        guard let soft = soft ?? hard, let hard else { return nil }
        return ["name": .string(name), "softLimit": .integer(soft), "hardLimit": .integer(hard)]
    }

    private mutating func linuxParameters(_ node: ForeignNode) -> [String: Value] {
        var linux: [String: Value] = [:]
        if ledger.truth(node["init"]) == true { linux["initProcessEnabled"] = true }
        let capabilities = capabilities(node)
        if !capabilities.isEmpty { linux["capabilities"] = .object(capabilities) }
        guard stack.capacity == .ec2 else {
            for name in ["shm_size", "tmpfs", "devices", "mem_swappiness", "memswap_limit"] {
                ledger.leave(node[name], "Fargate has no such setting")
            }
            return linux
        }
        if let size = size(node["shm_size"]) { linux["sharedMemorySize"] = .integer(size) }
        if let number = ledger.integer(node["mem_swappiness"], 0...100) { linux["swappiness"] = .integer(number) }
        let mounts = temporary(node["tmpfs"])
        if !mounts.isEmpty { linux["tmpfs"] = .list(mounts) }
        let devices = (node["devices"]?.items ?? []).compactMap { device($0) }
        if !devices.isEmpty { linux["devices"] = .list(devices) }
        return linux
    }

    private mutating func capabilities(_ node: ForeignNode) -> [String: Value] {
        var result: [String: Value] = [:]
        let added = ledger.texts(node["cap_add"])
        if !added.isEmpty, stack.capacity == .fargate, added != ["SYS_PTRACE"] {
            ledger.note(
                "\(node.member).cap_add", "Fargate adds SYS_PTRACE and nothing else", at: node["cap_add"]?.place)
            if added.contains("SYS_PTRACE") { result["add"] = ["SYS_PTRACE"] }
        } else if !added.isEmpty {
            result["add"] = Self.list(added)
        }
        let dropped = ledger.texts(node["cap_drop"])
        if !dropped.isEmpty { result["drop"] = Self.list(dropped) }
        return result
    }

    /// A size in MiB.
    mutating func size(_ node: ForeignNode?) -> Int? {
        guard let node else { return nil }
        guard let size = node.text.flatMap(SpelledSize.mebibytes) else {
            ledger.leave(node, "is no size such as 512m")
            return nil
        }
        ledger.carry(node)
        return size
    }

    /// `/run` or `/run:size=64m,mode=1777`; ECS wants to know how large it may grow.
    private mutating func temporary(_ node: ForeignNode?) -> [Value] {
        (node.map { $0.value.list == nil ? [$0] : $0.items } ?? []).compactMap { item in
            guard let text = ledger.text(item) else { return nil }
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let options = (parts.count == 2 ? parts[1] : "").split(separator: ",").map(String.init)
            let size = options.first { $0.hasPrefix("size=") }.flatMap {
                SpelledSize.mebibytes(String($0.dropFirst(5)))
            }
            if size == nil { ledger.note(item, "states no size, which ECS needs: 64 MiB are written") }
            var mount: [String: Value] = ["containerPath": .string(parts[0]), "size": .integer(size ?? 64)]
            let rest = options.filter { !$0.hasPrefix("size=") }
            if !rest.isEmpty { mount["mountOptions"] = Self.list(rest) }
            return .object(mount)
        }
    }

    /// `/dev/sda:/dev/xvda:rw`, or a mapping.
    private mutating func device(_ node: ForeignNode) -> Value? {
        let parts =
            node.isMapping
            ? [node["source"]?.text, node["target"]?.text, node["permissions"]?.text].compactMap { $0 }
            : (node.text ?? "").split(separator: ":").map(String.init)
        guard let source = parts.first, source.hasPrefix("/") else {
            ledger.leave(node, "is no device of the instance")
            return nil
        }
        ledger.carry(node)
        var device: [String: Value] = ["hostPath": .string(source)]
        if parts.count > 1 { device["containerPath"] = .string(parts[1]) }
        let words = (parts.count > 2 ? parts[2] : "").compactMap { ["r": "read", "w": "write", "m": "mknod"][$0] }
        if !words.isEmpty { device["permissions"] = Self.list(words) }
        return .object(device)
    }
}

extension String {
    /// An IPv6 address without its brackets.
    fileprivate var trimmingBrackets: String {
        hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
    }
}
