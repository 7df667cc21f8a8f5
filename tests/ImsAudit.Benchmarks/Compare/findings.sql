COPY (
  SELECT id, unnest(list_filter([
    CASE WHEN coalesce(lower(status) = 'active', false) THEN NULL ELSE 'p01-active:fail' END,
    CASE WHEN lower(__imagetype) = 'gold' AND NOT coalesce(protected, false) THEN 'p02-public-protected:fail' END,
    CASE WHEN lower(__support_arm) = 'true' AND NOT coalesce(lower(hw_firmware_type) = 'uefi', false) THEN 'p03-arm-uefi:fail' END,
    CASE WHEN lower(__imagetype) = 'private' AND lower(visibility) = 'public' THEN 'p04-private-not-public:fail' END,
    CASE WHEN coalesce(min_disk BETWEEN 40 AND 1024, false) THEN NULL ELSE 'p05-min-disk:fail' END,
    CASE WHEN coalesce(min_ram >= 512, false) THEN NULL ELSE 'p06-min-ram:fail' END,
    CASE WHEN max_ram IS NULL THEN 'p07-max-ram:fail' WHEN TRY_CAST(max_ram AS DOUBLE) IS NULL THEN 'p07-max-ram:error' WHEN TRY_CAST(max_ram AS DOUBLE) > 524288 THEN 'p07-max-ram:fail' END,
    CASE WHEN coalesce(lower(__os_bit) IN ('32', '64'), false) THEN NULL ELSE 'p08-os-bit:fail' END,
    CASE WHEN coalesce(lower(__os_type) IN ('linux', 'windows'), false) THEN NULL ELSE 'p09-os-type:fail' END,
    CASE WHEN __platform IS NULL THEN 'p10-platform:fail' END,
    CASE WHEN lower(__imagetype) = 'private' AND NOT coalesce(regexp_matches(lower(name), '^[a-z0-9]+([-._][a-z0-9]+)*$'), false) THEN 'p11-name:fail' END,
    CASE WHEN coalesce(created_at > TIMESTAMP '2025-06-01 00:00:00', false) THEN NULL ELSE 'p12-created:fail' END,
    CASE WHEN lower(status) = 'active' AND NOT coalesce(updated_at > TIMESTAMP '2025-12-03 00:00:00', false) THEN 'p13-updated:fail' END,
    CASE WHEN lower(__imagetype) = 'private' AND coalesce(trim(__system__cmkid), '') = '' THEN 'p14-encrypted:fail' END,
    CASE WHEN coalesce(len(tags) >= 1, false) THEN NULL ELSE 'p15-tagged:fail' END,
    CASE WHEN coalesce(list_contains(tags, 'env=prod') OR list_contains(tags, 'env=test'), false) THEN NULL ELSE 'p16-environment:fail' END,
    CASE WHEN contains(lower(name), 'test') THEN 'p17-no-test-name:fail' END,
    CASE WHEN coalesce(trim(__description), '') = '' THEN 'p18-described:fail' END,
    CASE WHEN coalesce(lower(__support_kvm) = 'true', false) AND NOT coalesce(lower(__support_xen) = 'true', false) THEN NULL ELSE 'p19-kvm-only:fail' END,
    CASE WHEN coalesce(lower(hw_vif_multiqueue_enabled) = 'true', false) OR coalesce(lower(__os_type) = 'windows', false) THEN NULL ELSE 'p20-multiqueue:fail' END,
    CASE WHEN contains(lower(__os_version), 'centos 6') THEN 'p21-no-centos-6:fail' END,
    CASE WHEN __image_size IS NULL THEN 'p22-size:fail' WHEN TRY_CAST(__image_size AS DOUBLE) IS NULL THEN 'p22-size:error' WHEN TRY_CAST(__image_size AS DOUBLE) >= 50000000000 THEN 'p22-size:fail' END,
    CASE WHEN coalesce(lower(owner) IN ('0a1b2c3d4e5f60718293a4b5c6d7e8f0', '1a1b2c3d4e5f60718293a4b5c6d7e8f1', '2a1b2c3d4e5f60718293a4b5c6d7e8f2', '3a1b2c3d4e5f60718293a4b5c6d7e8f3'), false) THEN NULL ELSE 'p23-owner:fail' END,
    CASE WHEN coalesce(lower(container_format) = 'bare' AND lower(disk_format) IN ('vhd', 'zvhd', 'zvhd2', 'raw', 'qcow2'), false) THEN NULL ELSE 'p24-formats:fail' END,
    CASE WHEN enterprise_project_id = '0' THEN 'p25-project:fail' END
  ], x -> x IS NOT NULL)) AS finding
  FROM read_ndjson($INPUT, columns = {
    id: 'VARCHAR', name: 'VARCHAR', status: 'VARCHAR', protected: 'BOOLEAN', __support_arm: 'VARCHAR', hw_firmware_type: 'VARCHAR', __imagetype: 'VARCHAR',
    visibility: 'VARCHAR', min_disk: 'BIGINT', min_ram: 'BIGINT', max_ram: 'VARCHAR', __os_bit: 'VARCHAR', __os_type: 'VARCHAR', __platform: 'VARCHAR',
    created_at: 'TIMESTAMP', updated_at: 'TIMESTAMP', __system__cmkid: 'VARCHAR', tags: 'VARCHAR[]', __description: 'VARCHAR', __support_kvm: 'VARCHAR',
    __support_xen: 'VARCHAR', hw_vif_multiqueue_enabled: 'VARCHAR', __os_version: 'VARCHAR', __image_size: 'VARCHAR', owner: 'VARCHAR',
    container_format: 'VARCHAR', disk_format: 'VARCHAR', enterprise_project_id: 'VARCHAR'})
) TO $OUTPUT (FORMAT CSV, HEADER false)
