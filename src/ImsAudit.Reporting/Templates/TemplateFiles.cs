using ImsAudit.Files;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary>
/// Finds the files that a template includes: files beside the user's template first, so that a part may be exported and
/// changed, then the shipped parts. Nothing outside that folder is read, by whatever way of writing and whatever links.
/// </summary>
/// <param name="folder">The folder of the user's template; null for the shipped ones.</param>
internal sealed class TemplateFiles(string? folder) : ITemplateLoader
{
    private const string ShippedMark = "shipped:";

    public static string ReadShipped(string name)
    {
        using var stream = typeof(TemplateFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The template {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName)
    {
        if (OwnPath(callerSpan, templateName) is { } own) return own;
        return IsShipped(templateName) ? ShippedMark + templateName : throw NotFound(callerSpan, templateName);
    }

    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath)
    {
        if (templatePath.StartsWith(ShippedMark, StringComparison.Ordinal)) return ReadShipped(templatePath[ShippedMark.Length..]);
        try
        {
            // What is empty is not opened: a pipe, which says so too, would not end.
            return new FileInfo(templatePath).Length == 0 ? "" : File.ReadAllText(templatePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ScriptRuntimeException(callerSpan, $"The file {templatePath} cannot be read: {FileTrouble.Of(e)}.", e);
        }
    }

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        ValueTask.FromResult<string?>(Load(context, callerSpan, templatePath));

    /// <summary>Null when there is no such file beside the template.</summary>
    private string? OwnPath(SourceSpan span, string name)
    {
        if (folder is null || name.Contains('\0', StringComparison.Ordinal)) return null;
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!IsInside(path, Path.GetFullPath(folder)) || !IsInside(RealPathOf(span, path), RealPathOf(span, Path.GetFullPath(folder))))
            throw new ScriptRuntimeException(span, $"'{name}' lies outside the template's folder. Put it beside the template.");
        return File.Exists(path) ? path : null;
    }

    private static bool IsInside(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string RealPathOf(SourceSpan span, string path)
    {
        try
        {
            return RealPath.Of(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ScriptRuntimeException(span, $"The file {path} cannot be read: {FileTrouble.Of(e)}.", e);
        }
    }

    private static bool IsShipped(string name) =>
        name.StartsWith('_') && typeof(TemplateFiles).Assembly.GetManifestResourceNames().Contains(name, StringComparer.Ordinal);

    private static ScriptRuntimeException NotFound(SourceSpan span, string name) =>
        new(span, $"There is no file '{name}' to include, neither beside the template nor among the shipped parts (\"imsaudit template list\" shows them).");
}
