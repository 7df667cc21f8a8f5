namespace ImsAudit.Simulator.Samples;

/// <summary>An operating system as the API names it.</summary>
/// <param name="Type"><c>__os_type</c>: Linux or Windows.</param>
/// <param name="Platform"><c>__platform</c>.</param>
/// <param name="Version"><c>__os_version</c>.</param>
/// <param name="Short">How people put it into an image's name.</param>
internal sealed record OperatingSystem(string Type, string Platform, string Version, string Short)
{
    /// <summary>Those that their makers still look after.</summary>
    public static IReadOnlyList<OperatingSystem> Supported { get; } =
    [
        new("Linux", "Ubuntu", "Ubuntu 24.04 server 64bit", "ubuntu-2404"),
        new("Linux", "Ubuntu", "Ubuntu 22.04 server 64bit", "ubuntu-2204"),
        new("Linux", "Huawei Cloud EulerOS", "Huawei Cloud EulerOS 2.0 Standard 64 bit", "hce-20"),
        new("Linux", "openEuler", "openEuler 24.03 64bit", "openeuler-2403"),
        new("Linux", "Debian", "Debian GNU/Linux 13.0.0 64bit", "debian-13"),
        new("Linux", "Debian", "Debian GNU/Linux 12.0.0 64bit", "debian-12"),
        new("Linux", "Other", "Rocky Linux 9.4 64bit", "rocky-94"),
        new("Linux", "Other", "AlmaLinux 9.4 64bit", "alma-94"),
        new("Linux", "RedHat", "Redhat Linux Enterprise 9.4 64bit", "rhel-94"),
        new("Linux", "Oracle Linux", "Oracle Linux Server release 9.4 64bit", "oracle-94"),
        new("Linux", "SUSE", "SUSE Linux Enterprise Server 15 SP7 64bit", "sles-15sp7"),
        new("Windows", "Windows", "Windows Server 2019 Datacenter 64bit", "win-2019"),
        new("Windows", "Windows", "Windows Server 2022 Datacenter 64bit", "win-2022"),
        new("Windows", "Windows", "Windows Server 2025 Datacenter 64bit", "win-2025"),
    ];

    /// <summary>Those past their end of life, which estates are full of nevertheless.</summary>
    public static IReadOnlyList<OperatingSystem> EndOfLife { get; } =
    [
        new("Linux", "CentOS", "CentOS 7.6 64bit", "centos-76"),
        new("Linux", "CentOS", "CentOS 7.9 64bit", "centos-79"),
        new("Linux", "CentOS", "CentOS 6.10 64bit", "centos-610"),
        new("Linux", "CentOS", "CentOS 8.2 64bit", "centos-82"),
        new("Linux", "Ubuntu", "Ubuntu 16.04 server 64bit", "ubuntu-1604"),
        new("Linux", "Ubuntu", "Ubuntu 18.04.1 server 64bit", "ubuntu-1804"),
        new("Linux", "Debian", "Debian GNU/Linux 9.0.0 64bit", "debian-9"),
        new("Linux", "Fedora", "Fedora 27 64bit", "fedora-27"),
        new("Linux", "CoreOS", "CoreOS 1185.5.0 64bit", "coreos-1185"),
        new("Linux", "OpenSUSE", "OpenSUSE 42.2 64bit", "opensuse-422"),
        new("Linux", "EulerOS", "EulerOS 2.2 64bit", "euleros-22"),
        new("Windows", "Windows", "Windows Server 2008 R2 Enterprise 64bit", "win-2008r2"),
        new("Windows", "Windows", "Windows Server 2012 R2 Datacenter 64bit", "win-2012r2"),
    ];
}
