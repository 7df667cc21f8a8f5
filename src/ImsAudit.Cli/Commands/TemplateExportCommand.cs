using System.CommandLine;
using System.Text;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Files;
using ImsAudit.Reporting.Templates;

namespace ImsAudit.Cli.Commands;

/// <summary><c>template export</c>: the shipped templates as files, to begin one's own with.</summary>
internal static class TemplateExportCommand
{
    public static Command Create(BindCommand bind)
    {
        var folder = new Argument<string>("DIR") { Description = "Where the files go; it is made when it is not there." };
        var force = CliOption.Flag("--force", "Write over files that are there.");
        var command = new Command("export", "Write the shipped templates and their parts into a folder, to begin your own with. No file that is there is written over.") { folder, force };
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetRequiredValue(folder), parse.GetValue(force)));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, string folder, bool force)
    {
        var there = ShippedTemplates.All.Select(template => Path.Combine(folder, template.Name)).Where(file => Path.Exists(invocation.Surroundings.PathOf(file))).ToList();
        if (there.Count > 0 && !force)
            throw new UserMistakeException($"{string.Join(", ", there)}: {(there.Count == 1 ? "it is" : "they are")} there already, and nothing was written. Name another folder, or write over with --force.");
        try
        {
            Directory.CreateDirectory(invocation.Surroundings.PathOf(folder));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{folder}: the folder cannot be made: {FileTrouble.Of(wrong)}.");
        }
        foreach (var template in ShippedTemplates.All) await WriteAsync(invocation, Path.Combine(folder, template.Name), template.Text);
        invocation.Log.Info($"{ShippedTemplates.All.Count} files were written to {folder}. Keep those that you change: for the others the shipped ones are taken. Then: imsaudit template check {Path.Combine(folder, "report.html")}");
        return ExitCode.Clean;
    }

    private static async Task WriteAsync(Invocation invocation, string name, string text)
    {
        using var file = OutputFile.Open(invocation.Surroundings, name);
        await file.WriteAsync(stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), invocation.Cancellation).AsTask());
        file.Commit();
    }
}
