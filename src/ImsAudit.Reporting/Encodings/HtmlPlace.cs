using System.Text;

namespace ImsAudit.Reporting.Encodings;

/// <summary>
/// Reads the template's own HTML as it is written and knows what a value at this point would be. It follows the states of
/// the HTML tokenizer that matter for that; values are not fed to it, since an encoded value changes no state.
/// </summary>
internal sealed class HtmlPlace : ValuePlace
{
    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "poster", "cite", "data", "background", "ping", "xlink:href", "manifest", "longdesc"];

    private readonly StringBuilder _word = new();
    private State _state = State.Text;
    private string _tag = "";
    private string _attribute = "";
    private string? _scriptType;
    private bool _valueBegun;

    private enum State
    {
        Text, TagOpen, TagName, InTag, AttributeName, AfterAttributeName, BeforeValue, DoubleQuoted, SingleQuoted, Unquoted, MarkupDeclaration, Comment, Code, Data,
    }

    public override bool IsText => _state == State.Text;

    /// <summary>True in <c>&lt;script type="application/json"&gt;</c>, which nothing runs.</summary>
    public override bool IsData => _state == State.Data;

    /// <summary>True where a value would decide what kind of address an attribute holds.</summary>
    public bool IsStartOfAddress => InQuotes && !_valueBegun && Addresses.Contains(_attribute);

    /// <summary>Why no value may stand here; null when one may.</summary>
    public string? Refusal => _state switch
    {
        State.Text or State.Data => null,
        State.DoubleQuoted or State.SingleQuoted => AttributeRefusal,
        State.Code => $"A value cannot stand inside <{_tag}>: it would be code there. Put it into text or into a quoted attribute, such as data-name=\"{{{{ x }}}}\".",
        State.Comment => "A value cannot stand inside an HTML comment. Take it out.",
        State.Unquoted or State.BeforeValue => $"The value of the attribute {_attribute} needs quotes: {_attribute}=\"{{{{ x }}}}\".",
        _ => "A value cannot stand inside a tag but in a quoted attribute: name=\"{{ x }}\".",
    };

    private bool InQuotes => _state is State.DoubleQuoted or State.SingleQuoted;

    private string? AttributeRefusal =>
        _attribute.StartsWith("on", StringComparison.Ordinal) || _attribute is "style" or "srcdoc" or "srcset" or "http-equiv" or "content"
            ? $"A value cannot stand in the attribute {_attribute}: it would act there. Put it into text or into another attribute, such as title or class."
            : null;

    public override void Feed(ReadOnlySpan<char> own)
    {
        foreach (var c in own) Step(c);
    }

    /// <summary>A value was written here; an address has begun.</summary>
    public void NoteValue()
    {
        _valueBegun = true;
        // A type that a value has a part in is never taken for data.
        if (_attribute == "type") _scriptType ??= "";
    }

    private void Step(char c)
    {
        switch (_state)
        {
            case State.Text: if (c == '<') Enter(State.TagOpen); break;
            case State.TagOpen: OpenTag(c); break;
            case State.TagName: NameTag(c); break;
            case State.InTag: StepInTag(c); break;
            case State.AttributeName: NameAttribute(c); break;
            case State.AfterAttributeName: StepAfterName(c); break;
            case State.BeforeValue: BeginValue(c); break;
            case State.DoubleQuoted or State.SingleQuoted: StepQuoted(c); break;
            case State.Unquoted: if (c == '>') CloseTag(); else if (char.IsWhiteSpace(c)) Enter(State.InTag); break;
            case State.MarkupDeclaration: StepDeclaration(c); break;
            case State.Comment: Append(c); if (EndsWith("-->")) Enter(State.Text); break;
            default: StepCode(c); break;
        }
    }

    private void OpenTag(char c)
    {
        if (c == '!') Enter(State.MarkupDeclaration);
        else if (c == '/' || char.IsAsciiLetter(c)) { Enter(State.TagName); Append(c); }
        else Enter(State.Text);
    }

    private void NameTag(char c)
    {
        var ends = char.IsWhiteSpace(c) || c is '>' || (c == '/' && _word.Length > 0 && _word[0] != '/');
        if (ends) (_tag, _scriptType) = (_word.ToString(), null);
        if (c == '>') CloseTag();
        else if (ends) Enter(State.InTag);
        else Append(c);
    }

    private void StepInTag(char c)
    {
        if (c == '>') CloseTag();
        else if (!char.IsWhiteSpace(c) && c != '/') { Enter(State.AttributeName); Append(c); }
    }

    private void NameAttribute(char c)
    {
        if (c is '=' or '>' or '/' || char.IsWhiteSpace(c)) _attribute = _word.ToString();
        if (c == '=') Enter(State.BeforeValue);
        else if (c == '>') CloseTag();
        else if (char.IsWhiteSpace(c) || c == '/') Enter(State.AfterAttributeName);
        else Append(c);
    }

    private void StepAfterName(char c)
    {
        if (c == '=') Enter(State.BeforeValue);
        else if (!char.IsWhiteSpace(c)) StepInTag(c);
    }

    private void BeginValue(char c)
    {
        _valueBegun = false;
        if (c == '"') Enter(State.DoubleQuoted);
        else if (c == '\'') Enter(State.SingleQuoted);
        else if (c == '>') CloseTag();
        else if (!char.IsWhiteSpace(c)) Enter(State.Unquoted);
    }

    private void StepQuoted(char c)
    {
        if (c == (_state == State.DoubleQuoted ? '"' : '\''))
        {
            // The first of two attributes of one name counts.
            if (_tag == "script" && _attribute == "type") _scriptType ??= _word.ToString();
            Enter(State.InTag);
            return;
        }
        Append(c);
        if (!char.IsWhiteSpace(c)) _valueBegun = true;
    }

    private void StepDeclaration(char c)
    {
        Append(c);
        if (_word.Length == 2 && EndsWith("--")) Enter(State.Comment);
        else if (c == '>') Enter(State.Text);
    }

    private void StepCode(char c)
    {
        if ((char.IsWhiteSpace(c) || c is '>' or '/') && EndsWith("</" + _tag)) Enter(c == '>' ? State.Text : State.InTag, tag: "/" + _tag);
        else Append(c);
    }

    private void CloseTag() => Enter(
        _tag == "script" && _scriptType == "application/json" ? State.Data
        : _tag is "script" or "style" or "iframe" or "noembed" or "noframes" or "xmp" ? State.Code
        : State.Text);

    private void Enter(State state, string? tag = null)
    {
        _word.Clear();
        _tag = tag ?? _tag;
        _state = state;
    }

    private void Append(char c) => _word.Append(char.ToLowerInvariant(c));

    private bool EndsWith(string end)
    {
        if (_word.Length < end.Length) return false;
        for (var i = 0; i < end.Length; i++)
            if (_word[_word.Length - end.Length + i] != end[i])
                return false;
        return true;
    }
}
