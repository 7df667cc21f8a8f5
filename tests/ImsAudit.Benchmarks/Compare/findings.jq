def is($text): . != null and (tostring | ascii_downcase) == ($text | ascii_downcase);
def seconds: if . == null then 0 else fromdateiso8601 end;
def number: try tonumber catch null;
. as $i | [
  (if .status | is("active") then empty else "p01-active:fail" end),
  (if (.__imagetype | is("gold")) and (.protected | is("true") | not) then "p02-public-protected:fail" else empty end),
  (if (.__support_arm | is("true")) and (.hw_firmware_type | is("uefi") | not) then "p03-arm-uefi:fail" else empty end),
  (if (.__imagetype | is("private")) and (.visibility | is("public")) then "p04-private-not-public:fail" else empty end),
  (if .min_disk != null and .min_disk >= 40 and .min_disk <= 1024 then empty else "p05-min-disk:fail" end),
  (if .min_ram != null and .min_ram >= 512 then empty else "p06-min-ram:fail" end),
  (if .max_ram == null then "p07-max-ram:fail" else (.max_ram | number) as $n | if $n == null then "p07-max-ram:error" elif $n > 524288 then "p07-max-ram:fail" else empty end end),
  (if (.__os_bit | is("32")) or (.__os_bit | is("64")) then empty else "p08-os-bit:fail" end),
  (if (.__os_type | is("Linux")) or (.__os_type | is("Windows")) then empty else "p09-os-type:fail" end),
  (if .__platform == null then "p10-platform:fail" else empty end),
  (if (.__imagetype | is("private")) and (.name | test("^[a-z0-9]+([-._][a-z0-9]+)*$"; "i") | not) then "p11-name:fail" else empty end),
  (if (.created_at | seconds) > 1748736000 then empty else "p12-created:fail" end),
  (if (.status | is("active")) and ((.updated_at | seconds) > 1764720000 | not) then "p13-updated:fail" else empty end),
  (if (.__imagetype | is("private")) and (.__system__cmkid // "") == "" then "p14-encrypted:fail" else empty end),
  (if (.tags // []) | length >= 1 then empty else "p15-tagged:fail" end),
  (if (.tags // []) | any(. == "env=prod" or . == "env=test") then empty else "p16-environment:fail" end),
  (if .name != null and (.name | ascii_downcase | contains("test")) then "p17-no-test-name:fail" else empty end),
  (if (.__description // "") == "" then "p18-described:fail" else empty end),
  (if (.__support_kvm | is("true")) and (.__support_xen | is("true") | not) then empty else "p19-kvm-only:fail" end),
  (if (.hw_vif_multiqueue_enabled | is("true")) or (.__os_type | is("Windows")) then empty else "p20-multiqueue:fail" end),
  (if .__os_version != null and (.__os_version | ascii_downcase | contains("centos 6")) then "p21-no-centos-6:fail" else empty end),
  (if .__image_size == null then "p22-size:fail" else (.__image_size | number) as $n | if $n == null then "p22-size:error" elif $n >= 50000000000 then "p22-size:fail" else empty end end),
  (if .owner | IN("0a1b2c3d4e5f60718293a4b5c6d7e8f0", "1a1b2c3d4e5f60718293a4b5c6d7e8f1", "2a1b2c3d4e5f60718293a4b5c6d7e8f2", "3a1b2c3d4e5f60718293a4b5c6d7e8f3") then empty else "p23-owner:fail" end),
  (if (.container_format | is("bare")) and (.disk_format // "" | ascii_downcase | IN("vhd", "zvhd", "zvhd2", "raw", "qcow2")) then empty else "p24-formats:fail" end),
  (if .enterprise_project_id | is("0") then "p25-project:fail" else empty end)
] | .[] | $i.id + "," + .
