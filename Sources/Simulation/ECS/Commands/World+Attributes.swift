extension World {
    /// PutAttributes on one container instance; tasks that wait for room are looked at again.
    public mutating func setAttribute(_ name: String, to value: String?, on id: ContainerInstanceID) {
        changeAttributes(of: id) { attributes in
            attributes.removeAll { $0.name == name }
            let place = attributes.firstIndex { $0.name > name } ?? attributes.endIndex
            attributes.insert((name, value), at: place)
        }
    }

    /// DeleteAttributes on one container instance.
    public mutating func removeAttribute(_ name: String, from id: ContainerInstanceID) {
        changeAttributes(of: id) { attributes in attributes.removeAll { $0.name == name } }
    }

    private mutating func changeAttributes(
        of id: ContainerInstanceID, _ change: (inout [(name: String, value: String?)]) -> Void
    ) {
        guard var instance = ecs.containerInstances[id] else { return }
        change(&instance.attributes)
        instance.version += 1
        ecs.containerInstances[id] = instance
        roomCameUp(on: id)
    }
}
