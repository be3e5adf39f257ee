using System.Text.Json.Serialization;

namespace Autogen.Messages;

/// <summary>A question of the engine for the person at the terminal.</summary>
/// <param name="Text">One sentence, with its question mark.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ConfirmationQuestion), "confirmation")]
[JsonDerivedType(typeof(ValueQuestion), "value")]
internal abstract record Question(string Text);

/// <summary>A question with the type of its answer.</summary>
/// <typeparam name="TAnswer">The answer.</typeparam>
/// <param name="Text">One sentence, with its question mark.</param>
internal abstract record Question<TAnswer>(string Text) : Question(Text)
    where TAnswer : Answer;

/// <summary>Yes or no; no unless the person says yes.</summary>
/// <param name="Text">One sentence, with its question mark.</param>
internal sealed record ConfirmationQuestion(string Text) : Question<ConfirmationAnswer>(Text);

/// <summary>A text: an expression, a name.</summary>
/// <param name="Text">One sentence, with its question mark.</param>
/// <param name="Otherwise">What an empty line means, as the prompt says it: <c>leave it to fail</c>.</param>
internal sealed record ValueQuestion(string Text, string Otherwise) : Question<ValueAnswer>(Text);

/// <summary>The answer to a <see cref="Question"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ConfirmationAnswer), "confirmation")]
[JsonDerivedType(typeof(ValueAnswer), "value")]
internal abstract record Answer;

/// <summary>Yes or no.</summary>
/// <param name="IsYes">Whether it is yes.</param>
internal sealed record ConfirmationAnswer(bool IsYes) : Answer;

/// <summary>A text.</summary>
/// <param name="Value">The text; <see langword="null"/> for an empty line.</param>
internal sealed record ValueAnswer(string? Value) : Answer;

/// <summary>What the face writes for a <see cref="QuestionEvent"/>: a JSON line on the engine's standard input.</summary>
/// <param name="Id">The id of the question.</param>
/// <param name="Answer">The answer; <see langword="null"/> if the person's input has ended.</param>
internal sealed record AnswerMessage(int Id, Answer? Answer);
