using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Templates;

namespace ImsAudit.Reporting.Tests.Templates;

/// <summary>A template's folder with links in it: some lead out of it, to a secret.</summary>
internal sealed class LinkedFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("imsaudit-links-").FullName;
    private readonly string _folder;

    public LinkedFolder()
    {
        _folder = Directory.CreateDirectory(Path.Combine(_root, "templates")).FullName;
        File.WriteAllText(Path.Combine(_root, "secret.txt"), "a secret");
        Directory.CreateDirectory(Path.Combine(_folder, "real"));
        File.WriteAllText(Path.Combine(_folder, "real", "part.html"), "beside it");
        Link("link.html", Path.Combine(_root, "secret.txt"));
        Link("chain.html", "link.html");
        Link("near.html", "real/part.html");
        Link("circle.html", "circle.html");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "folder"), "..");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "inside"), "real");
    }

    public string Render(string template)
    {
        File.WriteAllText(Path.Combine(_folder, "t.html"), template);
        return Report.Of("html", Some.Empty(), new ReportOptions { Template = ReportTemplate.Load(Path.Combine(_folder, "t.html")) });
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(_folder, name), target);
}
