import Manifest

extension FuzzTarget {
    private static let overlayWords =
        yamlWords + [
            "- target: {kind: TaskDefinition, name: t}\n", "  merge: {spec: ", "  json:\n",
            "    - {op: add, path: /spec/",
            "{op: remove, path: ", "{op: move, from: ", "{op: copy, from: ", "{op: test, path: ", "op: replace", "/-",
            "/0", "~0",
            "~1", "containerDefinitions", "portMappings", "environment", "$patch: delete", "$patch: replace", "=====\n",
        ]

    /// Patches over a base: the patches first, then, after a line of equal signs, the base.
    static let overlays = [
        FuzzTarget("overlay", words: overlayWords) { bytes in
            let sections = bytes.sections(2)
            let head = "apiVersion: neap/v1\nkind: Overlay\nmetadata: {name: o}\nspec:\n  base: [../base]\n  patches:\n"
            var repository = MemoryRepository([
                "demo/b.yaml": MemoryRepository.neighbour, "base/a.yaml": base,
            ])
            repository.files["demo/o.yaml"] = Array(head.utf8) + sections[0]
            if !sections[1].isEmpty { repository.files["base/a.yaml"] = sections[1] }
            return repository.complaint()
        }
    ]

    private static let base = """
        apiVersion: neap/v1
        kind: TaskDefinition
        metadata: {name: t}
        spec:
          cpu: '256'
          tags: {team: core}
          containerDefinitions:
            - name: app
              image: app:1
              memory: 256
              environment: [{name: A, value: b}]
              portMappings: [{containerPort: 80}, {containerPort: 81, protocol: udp}]
            - {name: log, image: log:1, memory: 64}

        """
}
