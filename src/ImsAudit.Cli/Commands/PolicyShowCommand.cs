using System.CommandLine;
using System.Text;
using System.Text.Json;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Selection;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Wording;

namespace ImsAudit.Cli.Commands;

/// <summary><c>policy show</c>: one policy, whole.</summary>
internal static class PolicyShowCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var id = new Argument<string>("ID") { Description = "The policy's id." };
        var command = new Command("show", "Show one policy: its texts, its parameters, its JSON.") { id };
        command.Add([options.Policy.Policies, options.Policy.Param, options.Policy.Lang]);
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetRequiredValue(id)));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, string id)
    {
        var language = ScanOptions.Language(invocation);
        var all = await PolicyFiles.LoadAsync(invocation);
        invocation.Settings.Check();
        var policy = all!.Policies.FirstOrDefault(one => one.Id == id)
            ?? throw new UserMistakeException($"There is no policy \"{id}\"{NearestName.Suggest(id, all.Policies.Select(one => one.Id))}");
        using var text = new PlainText(invocation.Surroundings);
        WriteHead(text, policy, language);
        foreach (var parameter in policy.Parameters) text.Line(Describe(policy, parameter, language));
        text.Line();
        text.Lines(Readable(policy.Source.Json));
        return ExitCode.Clean;
    }

    private static void WriteHead(PlainText text, Policy policy, string language)
    {
        text.Line($"{policy.Id} ({policy.Severity.Name()}{(policy.Enabled ? "" : ", disabled")})");
        text.Line($"title: {policy.Title.In(language)}");
        text.Line($"file: {policy.File}");
        text.Line($"categories: {policy.Categories}");
        foreach (var (name, body) in new[] { ("description", policy.Description), ("rationale", policy.Rationale), ("remediation", policy.Remediation) })
            if (body is not null) text.Lines($"{name}: {body.In(language)}");
        if (policy.Tags.Count > 0) text.Line($"tags: {string.Join(", ", policy.Tags)}");
        foreach (var (framework, controls) in policy.Controls) text.Line($"{framework}: {string.Join(", ", controls)}");
        foreach (var reference in policy.References) text.Line($"see: {reference}");
    }

    private static string Describe(Policy policy, PolicyParameter parameter, string language)
    {
        var value = policy.ParameterValues.GetValueOrDefault(parameter.Name) is { } node ? Encoding.UTF8.GetString(node.Json.Span) : "not set";
        var description = parameter.Description is { } text ? $" - {text.In(language)}" : "";
        return $"parameter {parameter.Name} ({parameter.Type.ToString().ToLowerInvariant()}): {value}{description}";
    }

    private static string Readable(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, SafeJson.Indented)) document.RootElement.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
