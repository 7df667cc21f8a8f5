using ImsAudit.Simulator.Estates;
using static ImsAudit.Simulator.Samples.RegularImages;

namespace ImsAudit.Simulator.Samples;

/// <summary>Texts that attack whoever prints them, each of which somebody really could type into a name. None does anything here.</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "<script>alert('name')</script>",
        "\"><img src=x onerror=alert(1)>",
        "`backticks` ``` and **stars** [link](javascript:alert(1))",
        "pipes | in | a | table",
        "first line\nsecond line\r\n# third line",
        "=cmd|'/C calc'!A0",
        "+1+1", "@SUM(1+1)",
        "\u001b[31mred\u001b[0m \u001b]0;title\u0007",
        "invoice\u202Egpj.exe \u2066hidden\u2069",
        "::error file=app.js,line=1::not ours",
        "##vso[task.complete result=Succeeded;]",
        "{{ 7*7 }} {% include 'secret' %} ${jndi:ldap://127.0.0.1/a}",
        "]]><!--&amp;&#x3c;",
        "../../etc/passwd\0tail",
        "' OR 1=1; DROP TABLE images;--",
        "\ufeffzero\u200bwidth e\u0301 \U0001F4A3",
        " leading and trailing ",
        new string('A', 128) + " very long " + new string('长', 900),
    ];

    /// <summary>Each text as the name of an image, of every kind by turns, with two more of the image's texts as bad.</summary>
    public static IReadOnlyList<Func<SampleContext, ImageDraft>> Images { get; } = [.. All.Select(Image)];

    private static Func<SampleContext, ImageDraft> Image(string text, int number) => context => Kind(context, number)
        .Set("name", text).Set("__description", text).Set("__image_location", text).Tags($"owner={text}", text);

    private static ImageDraft Kind(SampleContext context, int number) => (number % 6) switch
    {
        0 => SharedIn(context, SampleProjects.Production, MemberStatus.Pending),
        1 => Private(context, SampleProjects.Production).Set("__os_version", All[number]),
        2 => SharedIn(context, SampleProjects.Production, MemberStatus.Accepted),
        3 => Market(context),
        4 => SharedIn(context, SampleProjects.Production, MemberStatus.Rejected),
        _ => Private(context, SampleProjects.Development),
    };
}
